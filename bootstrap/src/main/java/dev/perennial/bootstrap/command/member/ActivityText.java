package dev.perennial.bootstrap.command.member;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
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

    private static String back(Refund refund, String currency) {
        Stream<String> items =
                refund.getLinesList().stream().map(line -> line.getQuantity() + " × line " + line.getLineNumber());
        Stream<String> money =
                refund.getAmount() == 0 ? Stream.of() : Stream.of(Words.money(refund.getAmount(), currency));
        return Stream.concat(items, money).collect(Collectors.joining(", ", " (", ")"));
    }
}
