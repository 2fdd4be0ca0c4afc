package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.BiFunction;

/** A correction by hand. */
record AdjustUnits(TenantId tenant, Adjustment adjustment, Identity request, BiFunction<Corrected, Long, Payload> reply)
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
        Approvals approvals = new Approvals(situation.programs(), state, situation.budgets(), situation.now());
        BulkApproval approval = adjustment.approval();
        if (approval != null && approval.stateAt(situation.now()) != BulkApproval.State.VALID) {
            return Ruling.refused(Reason.APPROVAL_NEEDED, "The approval of the bulk has ended.");
        }
        Correction what = what(state);
        Optional<HistoryNeed> need =
                isApproved() ? what.historyNeeded() : approvals.historyNeeded(what, adjustment.actor());
        return need.isPresent() && situation.history() == null
                ? new Ruling.Needs(need.get())
                : Ruling.of(decided(what, approvals, situation, state), this::done);
    }

    /** An entry may have been told of somebody who was merged into the member. */
    private Correction what(MemberState state) {
        return adjustment.what().numbered(entry -> state.merges().entry(member(), entry));
    }

    private Result<Corrected> decided(Correction what, Approvals approvals, Situation situation, MemberState state) {
        return isApproved()
                ? what.decide(situation.programs(), state, situation.history(), situation.budgets(), situation.now())
                : approvals.alone(what, adjustment.actor(), situation.history());
    }

    private boolean isApproved() {
        return adjustment.approval() != null;
    }

    private Ruling done(Corrected done) {
        BulkApproval approval = adjustment.approval();
        long number = done.decision().after().lastCommand();
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        kind(),
                        number,
                        adjustment.reason(),
                        adjustment.actor(),
                        reply.apply(done, number))
                .asking(done.asked());
        return new Ruling.Done(
                done.decision(),
                approval == null ? kept : kept.approvedBy(approval.approver(), approval.position()),
                null);
    }

    private Effect.Kind kind() {
        if (isApproved()) {
            return Effect.Kind.ADJUST_APPROVED;
        }
        return switch (adjustment.what()) {
            case Correction.Adjust adjust -> Effect.Kind.ADJUST_UNITS;
            case Correction.Reinstate reinstate -> Effect.Kind.REINSTATE_UNITS;
        };
    }
}
