package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.checkout.Checkout;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decisions about baskets: what one costs, and what is held for the order that it becomes. */
public final class CheckoutDecisions {

    private CheckoutDecisions() {}

    /**
     * What is held for an order, as a decision left it.
     *
     * @param quote what it was priced at; only when it was just reserved
     */
    public record Held(Decision decision, Redemption redemption, Optional<Quote> quote) {}

    /**
     * What a basket costs the member now.
     *
     * @return refused with {@link Reason#MEMBER_SUSPENDED}, {@link Reason#MEMBER_CLOSED} or {@link
     *     Reason#CURRENCY_NOT_THE_PROGRAMS}
     */
    public static Result<Quote> evaluate(
            ProgramHistory programs, MemberState state, Basket basket, Budgets budgets, Instant now) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            return forbidden(deciding, basket)
                    .<Result<Quote>>map(Result::refused)
                    .orElseGet(() -> Result.ok(new Quoting(deciding, basket).quote()));
        });
    }

    /**
     * Holds everything that was asked for until the order is told, it is cancelled, or its time is over.
     *
     * @param told what is known of the order
     * @return refused as {@link #evaluate} is, with {@link Reason#ORDER_ALREADY_RECORDED}, {@link
     *     Reason#ORDER_ALREADY_RESERVED}, {@link Reason#TOO_MANY_OPEN_REDEMPTIONS}, or the reason of the first gate that is closed before a voucher or the units
     */
    public static Result<Held> reserve(
            ProgramHistory programs, MemberState state, Basket basket, History told, Budgets budgets, Instant now) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            Quoting quoting = new Quoting(deciding, basket);
            Optional<Refusal> forbidden = forbidden(deciding, basket);
            String orderId = basket.purchase().orderId();
            if (told.facts().stream().anyMatch(fact -> fact.isOrder(orderId))) {
                return Result.refused(Refusal.orderAlreadyRecorded(orderId));
            }
            if (forbidden.isPresent()) {
                return Result.refused(forbidden.get());
            }
            Quote quote = quoting.quote();
            Optional<Gate> closed = closed(deciding, basket).or(quote::firstClosed);
            if (closed.isPresent()) {
                return Result.refused(closed.get().refusal());
            }
            Redemption reserved = hold(deciding, quoting, basket, quote);
            return Result.ok(new Held(advance.then(deciding.done(reserved.number())), reserved, Optional.of(quote)));
        });
    }

    /**
     * Gives up what is held for an order.
     *
     * @return refused with {@link Reason#CHECKOUT_NOT_FOUND} or {@link Reason#MEMBER_CLOSED}
     */
    public static Result<Held> cancel(
            ProgramHistory programs, MemberState state, String orderId, Budgets budgets, Instant now) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Optional<Refusal> closed = Permission.toOperator(advance.state());
            if (closed.isPresent()) {
                return Result.refused(closed.get());
            }
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            Optional<Redemption> reserved = deciding.redeeming.reservedFor(orderId);
            if (reserved.isEmpty()) {
                return Result.refused(Refusal.of(Reason.CHECKOUT_NOT_FOUND, "Nothing is held for this order."));
            }
            Redemption cancelled = deciding.redeeming.cancel(reserved.get(), deciding.now);
            deciding.settle(
                    deciding.redeeming.occasion(cancelled, deciding.now).cause(),
                    deciding.state.tally().qualified());
            return Result.ok(
                    new Held(advance.then(deciding.done(state.lastCommand() + 1)), cancelled, Optional.empty()));
        });
    }

    private static Optional<Refusal> forbidden(Deciding deciding, Basket basket) {
        Program program = deciding.programs.at(deciding.now).program();
        return Permission.toMember(deciding.state)
                .or(() -> basket.purchase().currency().equals(program.currency())
                        ? Optional.empty()
                        : Optional.of(Refusal.of(
                                Reason.CURRENCY_NOT_THE_PROGRAMS,
                                "The basket is in " + basket.purchase().currency() + " and the program counts "
                                        + program.currency() + ".",
                                Map.of("currency", program.currency().getCurrencyCode()))));
    }

    private static Optional<Gate> closed(Deciding deciding, Basket basket) {
        String orderId = basket.purchase().orderId();
        Gate once = new Gate(
                Reason.ORDER_ALREADY_RESERVED,
                deciding.redeeming.reservedFor(orderId).isEmpty(),
                "Something is already held for this order.",
                Map.of("order_id", orderId));
        return List.of(once, Offers.open(deciding.redeeming.redemptions())).stream()
                .filter(gate -> !gate.open())
                .findFirst();
    }

    private static Redemption hold(Deciding deciding, Quoting quoting, Basket basket, Quote quote) {
        List<Redemption> vouchers = basket.codes().stream()
                .map(code -> quoting.redemption(code).orElseThrow())
                .toList();
        Redemption asked = asked(deciding, basket, quote, vouchers);
        Price price = basket.payment();
        Spending spending = new Spending(deciding.posting, deciding.redeeming.occasion(asked, deciding.now));
        Redemption reserved =
                price == null ? asked : asked.paidOf(spending.hold(new UnitId(price.unit()), price.amount()));
        deciding.redeeming.begin(reserved);
        String orderId = basket.purchase().orderId();
        vouchers.forEach(one -> deciding.redeeming.voucher(one, VoucherState.HELD, deciding.now, orderId));
        return reserved;
    }

    private static Redemption asked(Deciding deciding, Basket basket, Quote quote, List<Redemption> vouchers) {
        Program program = deciding.programs.at(deciding.now).program();
        Checkout checkout = new Checkout(
                basket.purchase().orderId(),
                vouchers.stream().map(Redemption::number).toList(),
                quote.discounts().stream()
                        .filter(Considered::applies)
                        .map(Considered::id)
                        .toList(),
                quote.prices().reduced(),
                quote.unitsValue(),
                quote.toPay(),
                0);
        return new Redemption(
                deciding.state.lastCommand() + 1,
                "",
                quote.programVersion(),
                RedemptionState.RESERVED,
                deciding.now,
                deciding.now,
                deciding.now.plus(Duration.ofMinutes(program.checkout().reservationMinutes())),
                basket.payment(),
                List.of(),
                List.of(),
                null,
                checkout);
    }
}
