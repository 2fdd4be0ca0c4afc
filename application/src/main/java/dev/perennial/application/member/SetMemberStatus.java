package dev.perennial.application.member;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Suspends, closes or opens a member.
 *
 * @param reason why, kept with the command
 */
record SetMemberStatus(
        TenantId tenant,
        MemberId member,
        StatusChange change,
        String reason,
        Identity request,
        Function<MemberState, Payload> reply)
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
        Decision decision = change.of(situation.programs(), state, situation.budgets(), situation.now());
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.SET_MEMBER_STATUS,
                        decision.after().lastCommand(),
                        reason,
                        reply.apply(decision.after()))
                .asking(new Asked.Status(change));
        return new Ruling.Done(decision, kept, null);
    }
}
