package dev.perennial.grpc.activity;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the annotations of an activity cannot say. Sums need no check: a thousand lines of at most 10^15 fit into an
 * int64 nine times.
 */
public final class ActivityChecks {

    private static final Duration CLOCKS_MAY_DIFFER_BY = Duration.ofHours(24);

    /** The currencies that amounts can be counted in; gold and the like have no smallest unit. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final InstantSource clock;

    private ActivityChecks(InstantSource clock) {
        this.clock = clock;
    }

    /** @param clock tells what is the future */
    public static List<SyntaxCheck<?>> all(InstantSource clock) {
        ActivityChecks checks = new ActivityChecks(clock);
        return List.of(
                new SyntaxCheck<>(
                        RecordActivityRequest.class,
                        (request, problems) -> checks.check(request.getActivity(), problems)),
                new SyntaxCheck<>(
                        RecordActivitiesRequest.class,
                        (request, problems) -> checks.check(request.getActivity(), problems)),
                new SyntaxCheck<>(
                        SimulateActivityRequest.class,
                        (request, problems) -> checks.check(request.getActivity(), problems)));
    }

    private void check(Activity activity, Problems request) {
        Problems problems = request.at("activity");
        checkMoment(activity, problems.at("occurred_at"));
        TextChecks.check(activity, problems);
        if (activity.hasPurchase()) {
            check(activity.getPurchase(), problems.at("purchase"));
        }
        if (activity.hasRefund()) {
            check(activity.getRefund(), problems.at("refund"));
        }
    }

    /** Not by an annotation: the library that evaluates them throws at a second that is out of range. */
    private void checkMoment(Activity activity, Problems problems) {
        Timestamp moment = activity.getOccurredAt();
        if (!activity.hasOccurredAt()) {
            problems.add("must be set");
        } else if (!Times.isValid(moment)) {
            problems.add("is not a valid timestamp");
        } else if (moment.getSeconds() < 0) {
            problems.add("must not be before 1970");
        } else {
            problems.require(
                    !Times.toDomain(moment).isAfter(clock.instant().plus(CLOCKS_MAY_DIFFER_BY)),
                    "must not be more than 24 hours in the future");
        }
    }

    private static void check(Purchase purchase, Problems problems) {
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
    }

    private static void check(Refund refund, Problems problems) {
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
