package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Approvals.Decided;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** A correction by hand is proposed. */
record ProposeAdjustment(
        TenantId tenant, Adjustment adjustment, Duration lasting, Identity request, Function<Decided, Payload> reply)
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
        Correction what = adjustment.what().numbered(entry -> state.merges().entry(member(), entry));
        Optional<HistoryNeed> need = Approvals.historyNeeded(what);
        if (need.isPresent() && situation.history() == null) {
            return new Ruling.Needs(need.get());
        }
        Approvals approvals = new Approvals(situation.programs(), state, situation.budgets(), situation.now());
        return Ruling.of(
                approvals.propose(what, adjustment.reason(), adjustment.actor(), lasting, situation.history()),
                this::done);
    }

    private Ruling done(Decided done) {
        Effect.Request kept = new Effect.Request(
                        request.key(),
                        Effect.Kind.PROPOSE_ADJUSTMENT,
                        done.proposal().number(),
                        "",
                        adjustment.actor(),
                        reply.apply(done))
                .asking(Asked.NOTHING)
                .leaving(done.proposal());
        return new Ruling.Done(done.decision(), kept, null);
    }
}
