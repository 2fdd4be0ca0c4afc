package dev.perennial.bootstrap.command.member;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.Review;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fact was, in a few words. */
public final class ActivityText {

    private static final int NAMES_MAX = 3;

    private ActivityText() {}

    /**
     * Such as {@code refund of order-7 (1 × line 2, 5.00 EUR)}.
     *
     * @param currency of the order that a refund is for, which it does not say itself
     */
    public static String text(Activity activity, String currency) {
        return switch (activity.getDetailCase()) {
            case PURCHASE -> purchase(activity.getPurchase());
            case REFUND -> "refund of " + activity.getRefund().getOrderId() + back(activity.getRefund(), currency);
            case VISIT -> activity.getStore().isEmpty() ? "visit" : "visit of " + activity.getStore();
            case CUSTOM -> activity.getCustom().getName();
            case REVIEW -> review(activity.getReview());
            case SOCIAL_FOLLOW -> "follows on " + activity.getSocialFollow().getNetwork();
            case CONTENT_VIEW -> "viewed " + activity.getContentView().getContentId();
            case PROFILE_COMPLETED -> "profile completed";
            case APP_INSTALLED ->
                "app installed on " + activity.getAppInstalled().getPlatform();
            case MEMBERSHIP_PAYMENT ->
                "paid for " + activity.getMembershipPayment().getPlan();
            case MEMBERSHIP_TRIAL -> "tries " + activity.getMembershipTrial().getPlan();
            case MEMBERSHIP_CANCELLATION ->
                "cancelled " + activity.getMembershipCancellation().getPlan();
            case STATUS_MATCH -> "matched to " + activity.getStatusMatch().getLevel();
            case CELEBRATION ->
                activity.getCelebration().getType() == ActivityType.ACTIVITY_TYPE_BIRTHDAY ? "birthday" : "anniversary";
            case CLUB_GOAL -> "club reached " + activity.getClubGoal().getChallengeId();
            case DETAIL_NOT_SET -> "unknown kind";
        };
    }

    private static String purchase(Purchase purchase) {
        long paid =
                purchase.getLinesList().stream().mapToLong(OrderLine::getAmount).sum();
        String names = purchase.getLinesList().stream()
                .map(line -> line.getName().isEmpty() ? line.getSku() : line.getName())
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(NAMES_MAX)
                .collect(Collectors.joining(", "));
        String more = purchase.getLinesCount() > NAMES_MAX ? ", …" : "";
        return "purchase " + purchase.getOrderId() + ", " + Words.money(paid, purchase.getCurrency())
                + (names.isEmpty() ? "" : ": " + names + more);
    }

    private static String review(Review review) {
        String about = review.getSku().isEmpty() ? "" : " of " + review.getSku();
        return "review" + about + (review.getRating() == 0 ? "" : ", " + review.getRating() + " of 5");
    }

    private static String back(Refund refund, String currency) {
        Stream<String> items =
                refund.getLinesList().stream().map(line -> line.getQuantity() + " × line " + line.getLineNumber());
        Stream<String> money =
                refund.getAmount() == 0 ? Stream.of() : Stream.of(Words.money(refund.getAmount(), currency));
        return Stream.concat(items, money).collect(Collectors.joining(", ", " (", ")"));
    }
}
