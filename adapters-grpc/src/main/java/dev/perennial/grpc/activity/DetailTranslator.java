package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.AppInstalled;
import dev.perennial.contract.activity.v1.ContentView;
import dev.perennial.contract.activity.v1.ProfileCompleted;
import dev.perennial.contract.activity.v1.Review;
import dev.perennial.contract.activity.v1.SocialFollow;
import dev.perennial.contract.activity.v1.Visit;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Engagement;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;

/** What is particular to one kind of activity, both ways. */
final class DetailTranslator {

    private DetailTranslator() {}

    /** Of an activity that passed validation: what only the platform tells never comes from a caller. */
    static ActivityDetail toDomain(Activity proto) {
        return switch (proto.getDetailCase()) {
            case PURCHASE -> OrderTranslator.toDomain(proto.getPurchase());
            case REFUND -> OrderTranslator.toDomain(proto.getRefund());
            case VISIT -> new dev.perennial.domain.activity.Visit();
            case CUSTOM ->
                new Custom(proto.getCustom().getName(), proto.getCustom().getOrderId());
            case REVIEW -> review(proto.getReview());
            case SOCIAL_FOLLOW ->
                new Engagement.SocialFollow(proto.getSocialFollow().getNetwork());
            case CONTENT_VIEW ->
                new Engagement.ContentView(proto.getContentView().getContentId());
            case PROFILE_COMPLETED -> new Engagement.ProfileCompleted();
            case APP_INSTALLED ->
                new Engagement.AppInstalled(proto.getAppInstalled().getPlatform());
            case MEMBERSHIP_PAYMENT ->
                new MembershipFact.Payment(proto.getMembershipPayment().getPlan());
            case MEMBERSHIP_TRIAL, MEMBERSHIP_CANCELLATION, STATUS_MATCH, CELEBRATION, CLUB_GOAL, DETAIL_NOT_SET ->
                throw new IllegalArgumentException("an activity that no caller can tell of passed validation");
        };
    }

    private static Engagement review(Review proto) {
        return new Engagement.Review(proto.getSku(), proto.getRating(), proto.getVerified());
    }

    static void toProto(ActivityDetail detail, Activity.Builder proto) {
        switch (detail) {
            case Purchase order -> proto.setPurchase(OrderTranslator.toProto(order));
            case Refund refund -> proto.setRefund(OrderTranslator.toProto(refund));
            case dev.perennial.domain.activity.Visit() -> proto.setVisit(Visit.getDefaultInstance());
            case Custom(String name, String order) ->
                proto.getCustomBuilder().setName(name).setOrderId(order);
            case Engagement engagement -> toProto(engagement, proto);
            case MembershipFact membership -> toProto(membership, proto);
            case StatusMatch match -> toProto(match, proto);
            case Celebration(var type, int year) ->
                proto.getCelebrationBuilder()
                        .setType(ActivityTypes.toProto(type))
                        .setYear(year);
            case ClubGoal goal ->
                proto.getClubGoalBuilder()
                        .setClubId(goal.club())
                        .setChallengeId(goal.challenge())
                        .setTarget(goal.target())
                        .setPeriodStart(Times.toProto(goal.periodStart()));
        }
    }

    private static void toProto(Engagement engagement, Activity.Builder proto) {
        switch (engagement) {
            case Engagement.Review(String sku, int rating, boolean verified) ->
                proto.setReview(
                        Review.newBuilder().setSku(sku).setRating(rating).setVerified(verified));
            case Engagement.SocialFollow(String network) ->
                proto.setSocialFollow(SocialFollow.newBuilder().setNetwork(network));
            case Engagement.ContentView(String content) ->
                proto.setContentView(ContentView.newBuilder().setContentId(content));
            case Engagement.ProfileCompleted() -> proto.setProfileCompleted(ProfileCompleted.getDefaultInstance());
            case Engagement.AppInstalled(String platform) ->
                proto.setAppInstalled(AppInstalled.newBuilder().setPlatform(platform));
        }
    }

    private static void toProto(MembershipFact membership, Activity.Builder proto) {
        switch (membership) {
            case MembershipFact.Payment(String plan) ->
                proto.getMembershipPaymentBuilder().setPlan(plan);
            case MembershipFact.Trial(String plan) ->
                proto.getMembershipTrialBuilder().setPlan(plan);
            case MembershipFact.Cancellation(String plan, boolean atOnce) ->
                proto.getMembershipCancellationBuilder().setPlan(plan).setAtOnce(atOnce);
        }
    }

    private static void toProto(StatusMatch match, Activity.Builder proto) {
        proto.getStatusMatchBuilder()
                .setLevel(match.level())
                .setPartner(match.partner())
                .setProof(match.proof());
        Instant until = match.until();
        if (until != null) {
            proto.getStatusMatchBuilder().setUntil(Times.toProto(until));
        }
    }
}
