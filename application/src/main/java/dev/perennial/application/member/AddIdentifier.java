package dev.perennial.application.member;

import dev.perennial.application.loyalty.IdentifierChange;
import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Identification;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Lets a member be known by one more identifier. */
record AddIdentifier(
        TenantId tenant,
        MemberId member,
        Identifier identifier,
        Fingerprint hash,
        Identity request,
        BiFunction<Long, MemberState, Payload> reply)
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
    public Set<Fingerprint> claims() {
        return Set.of(hash);
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        Result<Decision> decided = Identification.add(
                situation.programs(),
                state,
                identifier.kind(),
                identifier.name(),
                situation.identifiers().held().size(),
                situation.identifiers().taken().contains(hash),
                situation.budgets(),
                situation.now());
        return Ruling.of(decided, this::done);
    }

    private Ruling done(Decision decision) {
        MemberState after = decision.after();
        long number = after.lastCommand();
        Held held = new Held(
                number, hash, identifier.kind(), identifier.name(), identifier.lastCharacters(), after.advancedTo());
        Effect.Request kept = new Effect.Request(
                        request.key(), Effect.Kind.ADD_IDENTIFIER, number, "", reply.apply(number, after))
                .asking(Asked.NOTHING);
        return new Ruling.Done(decision, kept, null, List.of(IdentifierChange.adding(new Owned(after.number(), held))));
    }
}
