package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.loyalty.Fold.Folded;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what a survivor is by everything that two members have recorded. */
final class Joining {

    private final ProgramHistory programs;
    private final MemberState state;
    private final MemberState from;
    private final History all;
    private final Instant now;
    private final Set<String> waiting;
    private final List<RecordedFact> met;

    Joining(ProgramHistory programs, MemberState state, MemberState from, History all, Instant now) {
        this.programs = programs;
        this.state = new Celebrations(programs)
                .keptIn(state, from.birthday().lastYear(), now)
                .folded(state.tally().qualifiedToo(from.tally()));
        this.from = from;
        this.all = all;
        this.now = now;
        this.waiting = new HashSet<>(state.tally().waitingOrders());
        waiting.addAll(from.tally().waitingOrders());
        this.met = all.facts().stream()
                .filter(fact -> fact.activity().detail() instanceof Purchase order && waiting.contains(order.orderId()))
                .toList();
    }

    Decision decided() {
        Deciding deciding = Deciding.on(programs, state, all, now);
        long command = state.lastCommand() + 1;
        Occasion occasion = new Occasion(Cause.command(command), deciding.now);
        Folded folded = folded();
        deciding.tell(new Event.MembersMerged(
                deciding.now,
                from.id().value(),
                state.id().value(),
                state.lastActivity() - from.lastActivity(),
                state.lastCommand() - from.lastCommand(),
                state.wallet().lastEntry() - from.wallet().lastEntry()));
        for (Step step : folded.steps()) {
            if (step.open()) {
                Differences.post(deciding, List.of(step), step.fact().number());
            }
        }
        met.forEach(order -> confirm(deciding, order));
        new Spending(deciding.posting, occasion).repayDebts();
        Tally tally = held(folded.tally(), deciding.now).waiting(stillWaiting());
        deciding.reterm(tally.qualified());
        deciding.settle(occasion.cause(), tally.qualified());
        return deciding.done(new Deciding.Outcome(
                tally,
                state.lastActivity(),
                command,
                folded.steps().stream()
                        .filter(Step::open)
                        .map(step -> step.fact()
                                .decided(
                                        step.grants(),
                                        step.under().number(),
                                        step.worth().counts()))
                        .toList(),
                folded.checkpoints(),
                Draws.of(programs, folded.steps()),
                scores(folded)));
    }

    /** Everything keeps what it was granted, but for orders whose refunds the other had been told. */
    private Folded folded() {
        Sides sides = new Sides(programs, state, Budgets.NONE, all.about());
        Map<Long, List<RuleOutcome>> settled = new HashMap<>();
        met.forEach(order -> settled.putAll(sides.decided(order, all.facts())));
        return new Fold(programs, state.enrolledAt(), Budgets.NONE, all.about())
                .over(Tally.EMPTY, all.facts(), fact -> false, settled);
    }

    /** What one side was told of an order that the other had recorded, such as its delivery. */
    private void confirm(Deciding deciding, RecordedFact order) {
        for (Activity told : all.about()) {
            if (told.detail() instanceof Custom(String name, String orderId) && order.isOrder(orderId)) {
                Occasion occasion = new Occasion(
                        new Cause(
                                Cause.Trigger.ACTIVITY,
                                order.number(),
                                order.number(),
                                null,
                                programs.at(deciding.now).number()),
                        deciding.now);
                deciding.posting.confirm(order.number(), name, told.occurredAt(), occasion);
            }
        }
    }

    /** Neither loses its level by becoming one: until the next review it stands, whatever windows say. */
    private Tally held(Tally folded, Instant at) {
        Standing standing = folded.standing();
        for (MemberState side : List.of(state, from)) {
            Standing was = new StandingEvents(programs, side).at(side.tally(), at);
            standing = standing.atLeast(programs, state.enrolledAt(), at, was);
        }
        return folded.standing(standing);
    }

    /** To the club the survivor brings only what is counted from now on: the other's part of it stays where it was. */
    private Scores scores(Folded folded) {
        Scores scores = Scoring.after(programs, state, folded.steps(), now);
        return new Scores(scores.ranked(), Map.of(), scores.clubs());
    }

    private Set<String> stillWaiting() {
        Set<String> still = new HashSet<>(waiting);
        met.forEach(fact -> still.remove(((Purchase) fact.activity().detail()).orderId()));
        return still;
    }
}
