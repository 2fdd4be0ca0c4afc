package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.BiFunction;

/** A correction by hand. */
record AdjustUnits(TenantId tenant, Adjustment adjustment, Identity request, BiFunction<Decision, Long, Payload> reply)
        implements MemberCommand {

    @Override
    public MemberId member() {
        return adjustment.member();
    }

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
        if (situation.programs().isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        InForce program = situation.programs().at(situation.now());
        Optional<Refusal> moved = adjustment
                .expectations()
                .unmet(situation.programs(), state, program.number(), situation.budgets(), situation.now());
        if (moved.isPresent()) {
            return new Ruling.Refused(moved.get());
        }
        if (!program.program().units().containsKey(adjustment.unit())) {
            return Ruling.refused(Reason.UNIT_NOT_FOUND, "The program has no such unit.");
        }
        return Ruling.of(
                Loyalty.adjust(
                        situation.programs(),
                        state,
                        adjustment.unit(),
                        adjustment.amount(),
                        situation.budgets(),
                        situation.now()),
                this::done);
    }

    private Ruling done(Decision decision) {
        long number = decision.after().lastCommand();
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.ADJUST_UNITS,
                        number,
                        adjustment.reason(),
                        adjustment.actor(),
                        reply.apply(decision, number))
                .asking(new Asked.Adjustment(adjustment.unit(), adjustment.amount()));
        return new Ruling.Done(decision, kept, null);
    }
}
