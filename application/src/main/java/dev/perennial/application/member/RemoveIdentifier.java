package dev.perennial.application.member;

import dev.perennial.application.loyalty.IdentifierChange;
import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Identification;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets a member not be known by an identifier any more. */
record RemoveIdentifier(
        TenantId tenant, MemberId member, long number, Identity request, Function<MemberState, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public boolean needsIdentifiers() {
        return true;
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        long now = state.merges().command(member, number);
        return situation.identifiers().held().stream()
                .filter(held -> held.number() == now)
                .findFirst()
                .map(held -> without(held, situation, state))
                .orElseGet(() ->
                        Ruling.refused(Reason.IDENTIFIER_NOT_FOUND, "The member has no identifier of this number."));
    }

    private Ruling without(Held held, Situation situation, MemberState state) {
        Decision decision = Identification.remove(
                situation.programs(),
                state,
                held.number(),
                held.kind(),
                held.name(),
                situation.budgets(),
                situation.now());
        MemberState after = decision.after();
        Effect.Request kept = new Effect.Request(
                        request.key(), Effect.Kind.REMOVE_IDENTIFIER, after.lastCommand(), "", reply.apply(after))
                .asking(Asked.NOTHING);
        return new Ruling.Done(
                decision, kept, null, List.of(IdentifierChange.removing(new Owned(after.number(), held))));
    }
}
