package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.grpc.shared.Problems;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the annotations of orders and refunds cannot say. Sums need no check: a thousand lines of at most 10^15 fit into
 * an int64 nine times.
 */
final class OrderChecks {

    /** The currencies that amounts can be counted in; gold and the like have no smallest unit. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern RATE = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,10})?");

    private OrderChecks() {}

    static void check(Purchase purchase, Problems problems) {
        problems.at("currency")
                .require(
                        CURRENCIES.contains(purchase.getCurrency()),
                        "is not an ISO 4217 currency with a smallest unit");
        List<OrderLine> lines = purchase.getLinesList();
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            if (line.getTax() > line.getAmount()) {
                problems.at("lines").at(i).at("tax").add("must not be more than the amount");
            }
            if (!TextChecks.isClean(line)) {
                TextChecks.check(line, problems.at("lines").at(i));
            }
        }
        checkPayment(purchase, problems);
        String rate = purchase.getExchangeRate();
        if (!rate.isEmpty() && !isRate(rate)) {
            problems.at("exchange_rate")
                    .add("must be a number of more than 0, with at most 10 digits before the point and 10 after it");
        }
    }

    private static void checkPayment(Purchase purchase, Problems problems) {
        if (purchase.getPaidWithGiftCards() > 0 || purchase.getPaidWithUnits() > 0) {
            long total = purchase.getShipping()
                    + purchase.getLinesList().stream()
                            .mapToLong(OrderLine::getAmount)
                            .sum();
            String tooMuch = "must not be more than the total of " + total;
            problems.at("paid_with_gift_cards").require(purchase.getPaidWithGiftCards() <= total, tooMuch);
            problems.at("paid_with_units").require(purchase.getPaidWithUnits() <= total, tooMuch);
        }
    }

    private static boolean isRate(String text) {
        return RATE.matcher(text).matches() && new BigDecimal(text).signum() > 0;
    }

    static void check(Refund refund, Problems problems) {
        problems.require(
                refund.getLinesCount() > 0 || refund.getAmount() > 0, "must have a line or an amount of more than 0");
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < refund.getLinesCount(); i++) {
            if (!seen.add(refund.getLines(i).getLineNumber())) {
                problems.at("lines").at(i).at("line_number").add("must not come twice");
            }
        }
    }
}
