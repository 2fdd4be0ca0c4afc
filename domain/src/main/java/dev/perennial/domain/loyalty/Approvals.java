package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrections by hand, alone or with a second pair of eyes. */
public final class Approvals {

    /** So long what somebody did alone counts towards what may be done alone. */
    public static final Duration WINDOW = Duration.ofHours(24);

    private final ProgramHistory programs;
    private final MemberState state;
    private final Budgets budgets;
    private final Instant now;

    public Approvals(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        this.programs = programs;
        this.state = state;
        this.budgets = budgets;
        this.now = now;
    }

    /**
     * What came of a proposal.
     *
     * @param corrected what approving it came to; null unless it was approved
     */
    public record Decided(
            Decision decision, Proposal proposal, @Nullable Corrected corrected) {}

    /** What has to be known of the past to let somebody do it alone; empty for nothing. */
    public Optional<HistoryNeed> historyNeeded(Correction correction, String actor) {
        if (limit(correction) == null) {
            return correction.historyNeeded();
        }
        Expired which = correction instanceof Correction.Reinstate(Reinstatement what) ? what.which() : null;
        return Optional.of(new HistoryNeed.OfCorrections(
                correction.unit(), which, actor, state.effective(now).minus(WINDOW)));
    }

    /**
     * Somebody does it alone. What they did so within a day counts, so that many small corrections are no way around the
     * limit.
     *
     * @param history what {@link #historyNeeded} asked for, null when it asked for nothing
     * @param actor who does it: somebody, where there is a limit, so that nobody shares what another one may do
     * @return refused with {@link Reason#INVALID_REQUEST} when it is nobody and there is a limit, with {@link
     *     Reason#APPROVAL_NEEDED}, or as {@link Correction#decide} is
     */
    public Result<Corrected> alone(Correction correction, String actor, @Nullable History history) {
        Long limit = limit(correction);
        if (limit != null && Actor.key(actor).isEmpty()) {
            return Result.refused(
                    Refusal.invalid("actor", "must be told: the program limits what one person corrects of the unit"));
        }
        long before = history == null ? 0 : history.corrections().alone();
        return correction.decide(programs, state, history, budgets, now).then(done -> {
            if (limit == null || done.amount() <= limit - before) {
                return Result.ok(done);
            }
            return Result.refused(Refusal.of(
                    Reason.APPROVAL_NEEDED,
                    "So much of the unit is not corrected by one person alone.",
                    Map.of(
                            "unit", correction.unit().value(),
                            "limit", Long.toString(limit),
                            "amount", Long.toString(done.amount()),
                            "alone", Long.toString(before))));
        });
    }

    private @Nullable Long limit(Correction correction) {
        UnitDefinition unit = programs.at(now).program().units().get(correction.unit());
        return unit == null ? null : unit.approvalAbove();
    }

    /**
     * What has to be known of the past to propose it; empty for nothing. Of all that ran out it is looked how much that
     * is, so that nobody approves another amount than was proposed.
     */
    public static Optional<HistoryNeed> historyNeeded(Correction proposed) {
        return proposed.amount() == 0 ? proposed.historyNeeded() : Optional.empty();
    }

    /**
     * Somebody proposes it. It is not decided whether it would be possible, unless it is about all that ran out: that is
     * asked when it is approved.
     *
     * @param lasting how long somebody can decide on it
     * @param history what {@link #historyNeeded(Correction)} asked for, null when it asked for nothing
     * @return refused with {@link Reason#MEMBER_CLOSED} or {@link Reason#UNIT_NOT_FOUND}, and about all that ran out as
     *     {@link Correction#decide} is
     */
    public Result<Decided> propose(
            Correction correction, String reason, String actor, Duration lasting, @Nullable History history) {
        if (correction instanceof Correction.Reinstate(Reinstatement all) && all.amount() == 0) {
            return correction
                    .decide(programs, state, history, budgets, now)
                    .then(done ->
                            propose(new Correction.Reinstate(all.of(done.amount())), reason, actor, lasting, history));
        }
        Advance advance = Advance.of(programs, state, budgets, now);
        Optional<Refusal> closed = Permission.toOperator(advance.state());
        if (closed.isPresent()) {
            return Result.refused(closed.get());
        }
        if (!programs.at(now).program().units().containsKey(correction.unit())) {
            return Result.refused(Refusal.of(Reason.UNIT_NOT_FOUND, "The program has no such unit."));
        }
        Deciding deciding = Deciding.on(programs, advance.state(), now);
        long command = state.lastCommand() + 1;
        Proposal proposal =
                Proposal.open(state.id(), command, correction, reason, actor, deciding.now, deciding.now.plus(lasting));
        deciding.tell(changed(proposal, "", deciding.now));
        return Result.ok(new Decided(advance.then(deciding.done(command)), proposal, null));
    }

    /**
     * Somebody else approves it, and by that it is carried out, as it is possible now.
     *
     * @param history with the proposal and what it needs
     * @return refused with {@link Reason#PROPOSAL_NOT_FOUND}, {@link Reason#PROPOSAL_STATE}, {@link Reason#SAME_ACTOR}
     *     or as {@link Correction#decide} is: then it stays open
     */
    public Result<Decided> approve(History history, String actor) {
        return open(history).then(proposal -> {
            if (Actor.same(proposal.proposer(), actor)) {
                return Result.refused(Refusal.of(Reason.SAME_ACTOR, "Whoever proposed it cannot approve it."));
            }
            return proposal.what()
                    .decide(programs, state, history, budgets, now)
                    .map(done -> approved(done, proposal, actor));
        });
    }

    private static Decided approved(Corrected done, Proposal proposal, String actor) {
        MemberState after = done.decision().after();
        Proposal approved =
                proposal.decided(ProposalState.APPROVED, actor, after.advancedTo(), after.lastCommand(), "");
        Event event = changed(approved, ProposalState.OPEN.name(), after.advancedTo());
        return new Decided(done.decision().then(Decision.telling(after, event)), approved, done);
    }

    /**
     * Somebody, be it who proposed it, wants it not done.
     *
     * @return refused with {@link Reason#PROPOSAL_NOT_FOUND} or {@link Reason#PROPOSAL_STATE}
     */
    public Result<Decided> reject(History history, String actor, String because) {
        return open(history).map(proposal -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Deciding deciding = Deciding.on(programs, advance.state(), now);
            long command = state.lastCommand() + 1;
            Proposal rejected = proposal.decided(ProposalState.REJECTED, actor, deciding.now, command, because);
            deciding.tell(changed(rejected, ProposalState.OPEN.name(), deciding.now));
            return new Decided(advance.then(deciding.done(command)), rejected, null);
        });
    }

    private Result<Proposal> open(History history) {
        Proposal proposal = history.corrections().proposal();
        if (proposal == null) {
            return Result.refused(proposalNotFound());
        }
        Instant at = state.effective(now);
        ProposalState found = proposal.stateAt(at);
        return found == ProposalState.OPEN
                ? Result.ok(proposal)
                : Result.refused(
                        Refusal.of(Reason.PROPOSAL_STATE, "The proposal is not open.", Map.of("state", found.name())));
    }

    public static Refusal proposalNotFound() {
        return Refusal.of(Reason.PROPOSAL_NOT_FOUND, "The member has no such proposal.");
    }

    private static Event changed(Proposal proposal, String from, Instant at) {
        return new Event.AdjustmentProposalChanged(
                at,
                proposal.number(),
                proposal.what().unit().value(),
                proposal.what().amount(),
                from,
                proposal.state().name());
    }
}
