package dev.perennial.application.loyalty.checkout;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.CheckoutDecisions;
import dev.perennial.domain.loyalty.CheckoutDecisions.Held;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.Function;

/** Gives up what is held for an order. */
record CancelCheckout(TenantId tenant, MemberId member, String orderId, Identity request, Function<Held, Payload> reply)
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
        return Ruling.of(
                CheckoutDecisions.cancel(situation.programs(), state, orderId, situation.budgets(), situation.now()),
                this::done);
    }

    private Ruling done(Held held) {
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.CANCEL_CHECKOUT,
                        held.decision().after().lastCommand(),
                        "",
                        reply.apply(held))
                .asking(new Asked.Drop(orderId));
        return new Ruling.Done(held.decision(), kept, null);
    }
}
