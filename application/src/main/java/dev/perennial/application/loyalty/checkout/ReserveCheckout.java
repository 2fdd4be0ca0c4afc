package dev.perennial.application.loyalty.checkout;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.CheckoutDecisions;
import dev.perennial.domain.loyalty.CheckoutDecisions.Held;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Holds what pays for an order.
 *
 * @param basket by the moment at which it is decided, which is only known then
 * @param toPayMax the most that may be left to be paid with money; empty for whatever it is
 */
record ReserveCheckout(
        TenantId tenant,
        MemberId member,
        Function<Instant, Basket> basket,
        Expectations expectations,
        OptionalLong toPayMax,
        Identity request,
        Function<Held, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        ProgramHistory programs = situation.programs();
        if (programs.isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        Instant at = state.effective(situation.now());
        Optional<Refusal> moved =
                expectations.unmet(programs, state, programs.at(at).number(), situation.budgets(), situation.now());
        if (moved.isPresent()) {
            return new Ruling.Refused(moved.get());
        }
        Basket asked = basket.apply(at);
        History told = situation.history();
        if (told == null) { // for an order that is not known, which is usual, that is next to nothing
            return new Ruling.Needs(new HistoryNeed.OfOrder(asked.purchase().orderId()));
        }
        Result<Held> reserved =
                CheckoutDecisions.reserve(programs, state, asked, told, situation.budgets(), situation.now());
        return Ruling.of(reserved.then(this::withinPrice), held -> done(asked, held));
    }

    private Result<Held> withinPrice(Held held) {
        long toPay = held.redemption().order().toPay();
        return toPayMax.isPresent() && toPay > toPayMax.getAsLong()
                ? Result.refused(Refusal.of(
                        Reason.PRICE_MOVED,
                        "The order costs " + toPay + " by now.",
                        Map.of("to_pay", Long.toString(toPay))))
                : Result.ok(held);
    }

    private Ruling done(Basket asked, Held held) {
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.RESERVE_CHECKOUT,
                        held.decision().after().lastCommand(),
                        "",
                        reply.apply(held))
                .asking(new Asked.Hold(asked.order(), held.redemption().order().vouchers(), asked.payment()));
        return new Ruling.Done(held.decision(), kept, null);
    }
}
