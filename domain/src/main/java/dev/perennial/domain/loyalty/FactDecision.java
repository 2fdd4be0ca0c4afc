package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Decides one fact against what the fold over those before it came to. */
final class FactDecision {

    private final ProgramHistory programs;
    private final Instant enrolledAt;
    private final Tally before;
    private final RecordedFact fact;
    private final InForce under;
    private final List<Activity> about;
    private final Standing standing;

    FactDecision(
            ProgramHistory programs,
            Instant enrolledAt,
            Tally before,
            RecordedFact fact,
            InForce under,
            List<Activity> about) {
        this.programs = programs;
        this.enrolledAt = enrolledAt;
        this.before = before;
        this.fact = fact;
        this.under = under;
        this.about = about;
        this.standing = before.standing().advanced(programs, enrolledAt, occurredAt(), change -> {});
    }

    Step step(boolean open, Allowance allowance) {
        Worth worth = Worth.of(fact.activity(), about);
        Facts facts = facts(worth.activity());
        List<RuleOutcome> outcomes = open ? new ArrayList<>(outcomes(worth, facts, allowance)) : List.of();
        List<Grant> granted = open ? RuleOutcome.grants(outcomes) : fact.grants();
        Counts counted = counted(worth, facts, granted);
        if (open && !fact.traits().isClosed()) {
            outcomes.addAll(Challenges.reached(program(), facts, before.counts(), counted));
            if (fact.activity().detail() instanceof ClubGoal goal) {
                outcomes.addAll(Challenges.reached(program(), goal));
            }
        }
        StatusWorth status = status(granted);
        return new Step(fact, worth, under, about, open, outcomes, counted, status, standingAfter(status));
    }

    /** The fact as it was decided among others. */
    Step as(List<RuleOutcome> outcomes) {
        Worth worth = Worth.of(fact.activity(), about);
        List<Grant> granted = RuleOutcome.grants(outcomes);
        Counts counted = counted(worth, facts(worth.activity()), granted);
        StatusWorth status = status(granted);
        return new Step(fact, worth, under, about, true, outcomes, counted, status, standingAfter(status));
    }

    private Counts counted(Worth worth, Facts facts, List<Grant> granted) {
        return worth.isNothing() || fact.traits().isClosed()
                ? before.counts()
                : before.counts().after(program(), facts, granted);
    }

    private List<RuleOutcome> outcomes(Worth worth, Facts facts, Allowance allowance) {
        if (fact.traits().isClosed()) {
            return Earnings.none(program(), worth.activity(), "the member was closed");
        }
        return worth.isNothing()
                ? Earnings.none(program(), worth.activity(), "the order was refunded in full")
                : Earnings.of(program(), facts, allowance);
    }

    private Facts facts(Activity activity) {
        return new Facts(
                activity,
                program().zone(),
                fact.traits(),
                before.behaviour(),
                enrolledAt,
                Progressing.of(programs, program(), standing, before.counts(), activity.occurredAt()));
    }

    private Standing standingAfter(StatusWorth status) {
        return switch (fact.activity().detail()) {
            case StatusMatch match -> standing.with(programs, enrolledAt, match, occurredAt(), change -> {});
            case MembershipFact membership ->
                standing.with(programs, enrolledAt, membership, occurredAt(), change -> {});
            default -> earned(status);
        };
    }

    private Standing earned(StatusWorth status) {
        Standing after = status.amount() == 0
                ? standing
                : standing.earned(programs, enrolledAt, occurredAt(), status.amount(), change -> {});
        for (StatusWorth.Lost lost : status.lost()) {
            after = after.losing(programs, enrolledAt, occurredAt(), lost.at(), lost.amount());
        }
        return after;
    }

    /**
     * What is earned towards the level: nothing by a fact that grants a level itself. An order counts in full until the
     * moment at which it is refunded, so that what was multiplied meanwhile keeps its rate in whichever order the facts
     * arrive.
     */
    private StatusWorth status(List<Grant> granted) {
        TiersDocument tiers = program().tiers();
        ActivityDetail detail = fact.activity().detail();
        if (tiers == null
                || fact.traits().isClosed()
                || detail instanceof StatusMatch
                || detail instanceof MembershipFact) {
            return StatusWorth.NOTHING;
        }
        UnitId unit = new UnitId(tiers.unit());
        List<Activity> refunds = about.stream()
                .filter(told -> told.detail() instanceof Refund)
                .sorted(Comparator.comparing(Activity::position))
                .toList();
        boolean asGranted = refunds.isEmpty() && !fact.activity().historical();
        long amount = asGranted ? sum(unit, granted) : status(unit, List.of());
        List<StatusWorth.Lost> lost = new ArrayList<>();
        long worth = amount;
        for (int i = 0; i < refunds.size(); i++) {
            long left = status(unit, refunds.subList(0, i + 1));
            if (left < worth) {
                lost.add(new StatusWorth.Lost(lostAt(refunds.get(i)), worth - left));
                worth = left;
            }
        }
        return new StatusWorth(amount, lost);
    }

    /** A refund that claims to be older than its order takes from it at once. */
    private Instant lostAt(Activity refund) {
        return refund.occurredAt().isAfter(occurredAt()) ? refund.occurredAt() : occurredAt();
    }

    /** What the fact is worth towards the level after some of its refunds; imported history counts, too. */
    private long status(UnitId unit, List<Activity> refunds) {
        Worth worth = Worth.of(fact.activity(), refunds);
        if (worth.isNothing()) {
            return 0;
        }
        Facts facts = facts(worth.activity().asCurrent());
        Allowance allowance = new FactAllowance(before.used(), Map.of(), Budgets.NONE, fact, program());
        return sum(unit, RuleOutcome.grants(Earnings.of(program(), facts, allowance)));
    }

    private static long sum(UnitId unit, List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.unit().equals(unit))
                .mapToLong(Grant::credited)
                .reduce(0, Math::addExact);
    }

    private Program program() {
        return under.program();
    }

    private Instant occurredAt() {
        return fact.activity().occurredAt();
    }
}
