package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.loyalty.Fold.Folded;
import dev.perennial.domain.loyalty.Fold.Step;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Records one fact for one member. */
final class Recording {

    private final ProgramHistory programs;
    private final MemberState state;
    private final Activity activity;
    private final Instant now;
    private final long number;

    Recording(ProgramHistory programs, MemberState state, Activity activity, Instant now) {
        this.programs = programs;
        this.state = state;
        this.activity = activity;
        this.now = state.effective(now);
        this.number = state.lastActivity() + 1;
    }

    /** The ordinary case: nothing earlier is touched. */
    Result<Consequences> appended() {
        Deciding deciding = Deciding.on(state, now);
        Folded folded = fold(List.of()).over(state.tally(), List.of(newFact()), fact -> true);
        return Result.ok(post(deciding, folded, List.of(), folded.tally()));
    }

    /** A late fact or a refund: folds again from the history's beginning and posts the differences. */
    Result<Consequences> folded(History history) {
        if (activity.detail() instanceof Refund refund) {
            return refunded(refund, history);
        }
        if (activity.detail() instanceof Purchase order
                && recordedBefore(order, history).isPresent()) {
            return Result.refused(Refusal.orderAlreadyRecorded(order.orderId()));
        }
        boolean late = state.tally().isPast(activity.position());
        boolean outside = late && activity.occurredAt().isBefore(reopenFrom());
        List<RecordedFact> facts = new ArrayList<>(history.facts());
        facts.add(newFact());
        Predicate<RecordedFact> open = outside ? fact -> fact.number() == number : fromOn(newFact());
        Folded folded = fold(history.refunds()).over(history.before(), facts, open);
        Tally tally = folded.tally().waitingAs(withoutWaiting(activity));
        List<Note> notes = new ArrayList<>();
        if (late) {
            notes.add(outside ? Note.OUTSIDE_REOPEN_WINDOW : Note.DECIDED_AGAIN);
        }
        if (subject(folded).filter(Step::overRefunded).isPresent()) {
            notes.add(Note.OVER_REFUNDED);
        }
        return Result.ok(post(Deciding.on(state, history, now), folded, notes, tally));
    }

    private Result<Consequences> refunded(Refund refund, History history) {
        List<Refund> refunds = new ArrayList<>(history.refunds());
        refunds.add(refund);
        Optional<RecordedFact> order = history.facts().stream()
                .filter(fact -> isOrder(fact, refund.orderId()))
                .findFirst();
        if (order.isEmpty()) {
            Folded nothing = new Folded(List.of(), state.tally(), Map.of());
            Tally waiting = state.tally().waitingFor(refund.orderId());
            return Result.ok(post(Deciding.on(state, now), nothing, List.of(Note.WAITS_FOR_PURCHASE), waiting));
        }
        Folded folded = fold(refunds).over(history.before(), history.facts(), fromOn(order.get()));
        Tally tally = folded.tally().waitingAs(state.tally());
        boolean over = subject(folded).filter(Step::overRefunded).isPresent();
        List<Note> notes = over ? List.of(Note.OVER_REFUNDED) : List.of();
        return Result.ok(post(Deciding.on(state, history, now), folded, notes, tally));
    }

    private Consequences post(Deciding deciding, Folded folded, List<Note> notes, Tally tally) {
        int due = deciding.posting.entries().size();
        deciding.tell(new Event.ActivityRecorded(number, activity.type(), activity.occurredAt()));
        Differences.post(deciding, folded.steps(), number);
        List<Entry> entries = deciding.posting.entries();
        List<RecordedFact> changed = changed(folded);
        Decision decision = deciding.done(tally, number, state.lastCommand(), changed, folded.checkpoints());
        Optional<Step> subject = subject(folded);
        return new Consequences(
                decision,
                number,
                subject.map(step -> step.under().number()).orElse(0),
                entries.subList(due, entries.size()),
                subject.map(Step::outcomes).orElse(List.of()),
                notes);
    }

    /** The fact itself, and those that were decided otherwise than before. */
    private List<RecordedFact> changed(Folded folded) {
        List<RecordedFact> changed = new ArrayList<>();
        if (activity.detail() instanceof Refund) {
            changed.add(newFact());
        }
        for (Step step : folded.steps()) {
            RecordedFact decided =
                    step.fact().decided(Fold.grants(step), step.under().number(), step.counts());
            if (step.fact().number() == number || !decided.equals(step.fact())) {
                changed.add(decided);
            }
        }
        return changed;
    }

    /** The step that the caller asks about: the fact's own, for a refund its order's. */
    private Optional<Step> subject(Folded folded) {
        return folded.steps().stream().filter(this::isSubject).findFirst();
    }

    private boolean isSubject(Step step) {
        return activity.detail() instanceof Refund refund
                ? isOrder(step.fact(), refund.orderId())
                : step.fact().number() == number;
    }

    private Fold fold(List<Refund> refunds) {
        return new Fold(programs, state.enrolledAt(), refunds);
    }

    private RecordedFact newFact() {
        return new RecordedFact(number, activity, now, state.traits(), List.of(), 0, false);
    }

    /**
     * What a change of the fact can change: itself, and what came after it within the reopen window. What came before
     * it stays as it is, however far back the history begins.
     */
    private Predicate<RecordedFact> fromOn(RecordedFact changed) {
        Instant from = reopenFrom();
        return fact -> fact.number() == changed.number()
                || (fact.position().compareTo(changed.position()) > 0
                        && !fact.activity().occurredAt().isBefore(from));
    }

    private Instant reopenFrom() {
        InForce current = programs.at(now);
        return now.minus(current.program().reopenWindow());
    }

    private Tally withoutWaiting(Activity recorded) {
        return recorded.detail() instanceof Purchase order
                ? state.tally().noLongerWaitingFor(order.orderId())
                : state.tally();
    }

    private static Optional<RecordedFact> recordedBefore(Purchase order, History history) {
        return history.facts().stream()
                .filter(fact -> isOrder(fact, order.orderId()))
                .findFirst();
    }

    private static boolean isOrder(RecordedFact fact, String orderId) {
        return fact.activity().detail() instanceof Purchase order
                && order.orderId().equals(orderId);
    }
}
