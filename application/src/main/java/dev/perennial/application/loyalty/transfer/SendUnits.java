package dev.perennial.application.loyalty.transfer;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member sends units to another.
 *
 * @param sending null when there is no such receiver
 */
record SendUnits(
        TenantId tenant,
        MemberId member,
        @Nullable Sending sending,
        Expectations expectations,
        Identity request,
        Function<Transferred, Payload> reply)
        implements MemberCommand {

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null || sending == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        ProgramHistory programs = situation.programs();
        if (programs.isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        Optional<Refusal> moved = expectations.unmet(
                programs, state, programs.at(situation.now()).number(), situation.budgets(), situation.now());
        if (moved.isPresent()) {
            return new Ruling.Refused(moved.get());
        }
        TransferDecisions decisions = new TransferDecisions(programs, state, situation.budgets(), situation.now());
        return Ruling.of(decisions.send(sending), this::done);
    }

    private Ruling done(Transferred sent) {
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.TRANSFER_UNITS,
                        sent.decision().after().lastCommand(),
                        "",
                        reply.apply(sent))
                .asking(new Asked.Send(
                        sent.transfer().to(),
                        sent.transfer().unit(),
                        sent.transfer().amount()));
        return new Ruling.Done(sent.decision(), kept, null);
    }
}
