package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.MemberCommand;
import dev.perennial.application.loyalty.Ruling;
import dev.perennial.application.loyalty.Situation;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.storage.Effect;
import dev.perennial.domain.loyalty.Approvals;
import dev.perennial.domain.loyalty.Approvals.Decided;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody approves a proposal, or rejects it. */
record DecideProposal(
        TenantId tenant,
        MemberId member,
        long number,
        Verdict verdict,
        String actor,
        Identity request,
        Function<Decided, Payload> reply)
        implements MemberCommand {

    /** What somebody says of it. */
    sealed interface Verdict {

        record Approved() implements Verdict {}

        record Rejected(String because) implements Verdict {}
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(request);
    }

    /** The proposal is read under the member's lock, so only one of those who approve it at once carries it out. */
    @Override
    public Ruling decide(Situation situation) {
        MemberState state = situation.state();
        if (state == null) {
            return new Ruling.Refused(Refusal.memberNotFound());
        }
        if (situation.programs().isEmpty()) {
            return new Ruling.Refused(Refusal.programNotApplied());
        }
        History history = situation.history();
        return history == null
                ? new Ruling.Needs(new HistoryNeed.OfProposal(state.merges().command(member, number)))
                : Ruling.of(decided(situation, state, history), this::done);
    }

    private Result<Decided> decided(Situation situation, MemberState state, History history) {
        Approvals approvals = new Approvals(situation.programs(), state, situation.budgets(), situation.now());
        return switch (verdict) {
            case Verdict.Approved() -> approvals.approve(history, actor);
            case Verdict.Rejected(String because) -> approvals.reject(history, actor, because);
        };
    }

    private Ruling done(Decided done) {
        return new Ruling.Done(done.decision(), kept(done, done.corrected()).leaving(done.proposal()), null);
    }

    private Effect.Request kept(Decided done, @Nullable Corrected corrected) {
        Proposal proposal = done.proposal();
        return corrected == null
                ? new Effect.Request(
                                request.key(),
                                Effect.Kind.REJECT_ADJUSTMENT,
                                proposal.decidedBy(),
                                "",
                                actor,
                                reply.apply(done))
                        .asking(Asked.NOTHING)
                : new Effect.Request(
                                request.key(),
                                Effect.Kind.ADJUST_APPROVED,
                                proposal.decidedBy(),
                                proposal.reason(),
                                proposal.proposer(),
                                reply.apply(done))
                        .asking(corrected.asked())
                        .approvedBy(actor);
    }
}
