package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.loyalty.Fold.Folded;
import dev.perennial.domain.loyalty.reward.Redemption;
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
    private final Budgets budgets;
    private final Instant now;
    private final long number;

    Recording(ProgramHistory programs, MemberState state, Activity activity, Budgets budgets, Instant now) {
        this.programs = programs;
        this.state = state;
        this.activity = activity;
        this.budgets = budgets;
        this.now = state.effective(now);
        this.number = state.lastActivity() + 1;
    }

    /** The ordinary case: nothing earlier is touched. */
    Result<Consequences> appended() {
        Deciding deciding = Deciding.on(programs, state, now);
        Folded folded = fold(List.of()).over(state.tally(), List.of(newFact()), fact -> true);
        return Result.ok(post(deciding, folded, List.of(), folded.tally(), List.of()));
    }

    /** A late fact or one about an order: folds again from the history's beginning and posts the differences. */
    Result<Consequences> folded(History history) {
        if (activity.detail() instanceof Refund refund) {
            return Result.ok(refunded(refund, history));
        }
        if (activity.detail() instanceof Purchase order
                && purchase(order.orderId(), history).isPresent()) {
            return Result.refused(Refusal.orderAlreadyRecorded(order.orderId()));
        }
        boolean late = state.tally().isPast(activity.position());
        boolean outside = late && activity.occurredAt().isBefore(reopenFrom());
        List<RecordedFact> facts = new ArrayList<>(history.facts());
        facts.add(newFact());
        Predicate<RecordedFact> open = outside ? fact -> fact.number() == number : fromOn(newFact());
        Folded folded = fold(history.about()).over(history.before(), facts, open);
        List<Note> notes = new ArrayList<>();
        if (late) {
            notes.add(outside ? Note.OUTSIDE_REOPEN_WINDOW : Note.DECIDED_AGAIN);
        }
        Tally waiting = waiting(history, notes);
        if (subject(folded).filter(step -> step.worth().overRefunded()).isPresent()) {
            notes.add(Note.OVER_REFUNDED);
        }
        Deciding deciding = Deciding.on(programs, state, history, now);
        confirm(deciding, history);
        return Result.ok(post(deciding, folded, notes, folded.tally().waitingAs(waiting), history.redemptions()));
    }

    private Consequences refunded(Refund refund, History history) {
        List<Activity> about = new ArrayList<>(history.about());
        about.add(activity);
        Optional<RecordedFact> order = purchase(refund.orderId(), history);
        if (order.isEmpty()) {
            Folded nothing = new Folded(List.of(), state.tally(), Map.of());
            Tally waiting = state.tally().waitingFor(refund.orderId());
            return post(
                    Deciding.on(programs, state, now), nothing, List.of(Note.WAITS_FOR_PURCHASE), waiting, List.of());
        }
        Folded folded = fold(about)
                .over(
                        history.before(),
                        history.facts(),
                        fromOn(order.get()),
                        new Sides(programs, state, budgets, about).decided(order.get(), history.facts()));
        Tally tally = folded.tally().waitingAs(state.tally());
        boolean over =
                subject(folded).filter(step -> step.worth().overRefunded()).isPresent();
        List<Note> notes = over ? List.of(Note.OVER_REFUNDED) : List.of();
        return post(Deciding.on(programs, state, history, now), folded, notes, tally, history.redemptions());
    }

    /** The state's fold, with what is known now about orders that were waited for. */
    private Tally waiting(History history, List<Note> notes) {
        String about = activity.detail().aboutOrder();
        if (activity.detail() instanceof Purchase order) {
            return state.tally().noLongerWaitingFor(order.orderId());
        }
        if (about.isEmpty() || purchase(about, history).isPresent()) {
            return state.tally();
        }
        notes.add(Note.WAITS_FOR_PURCHASE);
        return state.tally().waitingFor(about);
    }

    /** What the fact confirms, such as a delivery, is no longer waited for. */
    private void confirm(Deciding deciding, History history) {
        if (activity.detail() instanceof Custom(String name, String orderId) && !orderId.isEmpty()) {
            purchase(orderId, history).ifPresent(order -> {
                Cause cause = new Cause(
                        Cause.Trigger.ACTIVITY,
                        number,
                        order.number(),
                        null,
                        programs.at(now).number());
                deciding.posting.confirm(
                        order.number(), name, activity.occurredAt(), new Occasion(cause, deciding.now));
            });
        }
    }

    private Consequences post(Deciding deciding, Folded folded, List<Note> notes, Tally tally, List<Redemption> held) {
        int due = deciding.dueEntries();
        deciding.tell(new Event.ActivityRecorded(number, activity.type(), activity.occurredAt()));
        Differences.post(deciding, folded.steps(), number);
        List<Note> all = new ArrayList<>(notes);
        deciding.reterm(tally.qualified());
        subject(folded).flatMap(step -> payment(deciding, step, held)).ifPresent(all::add);
        deciding.settle(
                new Cause(
                        Cause.Trigger.ACTIVITY,
                        number,
                        0,
                        null,
                        programs.at(now).number()),
                tally.qualified());
        List<Entry> entries = deciding.posting.entries();
        Decision decision = deciding.done(new Deciding.Outcome(
                tally,
                number,
                state.lastCommand(),
                changed(folded),
                folded.checkpoints(),
                Draws.of(programs, folded.steps()),
                Scoring.after(programs, state, folded.steps(), now)));
        Optional<Step> subject = subject(folded);
        return new Consequences(
                decision,
                number,
                subject.map(step -> step.under().number()).orElse(0),
                entries.subList(due, entries.size()),
                subject.map(Step::outcomes).orElse(List.of()),
                all);
    }

    /** What the fact does to what was held for the order that it is about. */
    private Optional<Note> payment(Deciding deciding, Step subject, List<Redemption> held) {
        if (!(subject.fact().activity().detail() instanceof Purchase order)) {
            return Optional.empty();
        }
        OrderPayment payment = new OrderPayment(deciding, held, subject, order);
        if (activity.detail() instanceof Refund) {
            payment.refund();
            return Optional.empty();
        }
        return payment.confirm();
    }

    /** The fact itself, and those that were decided otherwise than before. */
    private List<RecordedFact> changed(Folded folded) {
        List<RecordedFact> changed = new ArrayList<>();
        if (activity.detail() instanceof Refund) {
            changed.add(newFact());
        }
        for (Step step : folded.steps()) {
            RecordedFact decided = step.fact()
                    .decided(step.grants(), step.under().number(), step.worth().counts());
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
                ? step.fact().isOrder(refund.orderId())
                : step.fact().number() == number;
    }

    private Fold fold(List<Activity> about) {
        return new Fold(programs, state.enrolledAt(), budgets, about);
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
        return fact -> !state.merges().isBefore(fact.number())
                && (fact.number() == changed.number()
                        || (fact.position().compareTo(changed.position()) > 0
                                && !fact.activity().occurredAt().isBefore(from)));
    }

    private Instant reopenFrom() {
        InForce current = programs.at(now);
        return now.minus(current.program().reopenWindow());
    }

    private static Optional<RecordedFact> purchase(String orderId, History history) {
        return history.facts().stream().filter(fact -> fact.isOrder(orderId)).findFirst();
    }
}
