package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.StandingExplanation.Contribution;
import dev.perennial.domain.loyalty.StandingExplanation.Earning;
import dev.perennial.domain.loyalty.StandingExplanation.MatchGrant;
import dev.perennial.domain.loyalty.StandingExplanation.PlanGrant;
import dev.perennial.domain.loyalty.standing.EarningWindow;
import dev.perennial.domain.loyalty.standing.Match;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.loyalty.standing.Outlook;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what a level rests on, by the same fold that decided it. */
public final class StandingGrounds {

    private final ProgramHistory programs;
    private final StandingNow now;
    private final Optional<EarningWindow> window;

    public StandingGrounds(StandingNow now) {
        this.programs = now.programs();
        this.now = now;
        this.window = programs.isEmpty()
                ? Optional.empty()
                : Standing.window(programs, now.member().enrolledAt(), now.asOf());
    }

    /** The past that it has to see: the window, and what came before it as far as a match goes back. */
    public HistoryNeed.Since historyNeeded() {
        Instant from = Stream.concat(
                        window.map(EarningWindow::from).stream(),
                        now.standing().matches().stream().map(Match::startsAt))
                .min(Comparator.naturalOrder())
                .orElse(now.asOf());
        return new HistoryNeed.Since(from, "");
    }

    /** @param history at least what is needed */
    public StandingExplanation in(History history) {
        Standing standing = now.standing();
        return new StandingExplanation(
                now,
                programs.isEmpty() ? 0 : programs.at(now.asOf()).number(),
                window.map(held -> earning(held, history)),
                standing.matches().stream().map(match -> grant(match, history)).toList(),
                standing.memberships().stream()
                        .filter(membership -> membership.state().live())
                        .map(membership -> grant(membership, history))
                        .toList());
    }

    private Earning earning(EarningWindow held, History history) {
        TiersDocument tiers =
                Objects.requireNonNull(programs.at(now.asOf()).program().tiers(), "only levels have a window");
        Outlook outlook = now.outlook().orElseThrow();
        Instant since = sinceUnit(tiers.unit());
        List<Contribution> contributions = new Fold(programs, now.member().enrolledAt(), Budgets.NONE, history.about())
                .over(history.before(), history.facts(), fact -> false).steps().stream()
                        .filter(step -> step.status().amount() > 0)
                        .filter(step -> held.holds(occurredAt(step.fact())))
                        .filter(step -> !occurredAt(step.fact()).isBefore(since))
                        .map(this::contribution)
                        .toList();
        long listed = contributions.stream().mapToLong(Contribution::left).reduce(0, Math::addExact);
        int reached = reached(tiers, outlook.earned());
        boolean kept = rank(tiers, outlook.earnedLevel()) > reached;
        return new Earning(
                held,
                tiers,
                contributions,
                Math.subtractExact(outlook.earned(), listed),
                reached == 0 ? "" : tiers.levels().get(reached - 1).id(),
                kept ? outlook.earnedLevel() : "");
    }

    private Contribution contribution(Step step) {
        return new Contribution(
                step.fact().number(),
                occurredAt(step.fact()),
                step.status().amount(),
                step.status().lostBy(now.asOf()));
    }

    /** Since when levels are earned by the unit: what was earned of another one before does not count any more. */
    private Instant sinceUnit(String unit) {
        Instant since = now.asOf();
        for (InForce version : programs.versions().reversed()) {
            TiersDocument tiers = version.program().tiers();
            if (version.version().effectiveAt().isAfter(now.asOf())) {
                continue;
            }
            if (tiers == null || !tiers.unit().equals(unit)) {
                return since;
            }
            since = version.version().effectiveAt();
        }
        return Instant.MIN; // the first version decides what happened before it, too
    }

    private static int reached(TiersDocument tiers, long earned) {
        return (int) tiers.levels().stream()
                .filter(level -> level.threshold() <= earned)
                .count();
    }

    private static int rank(TiersDocument tiers, String level) {
        return tiers.levels().stream().map(Level::id).toList().indexOf(level) + 1;
    }

    private static MatchGrant grant(Match match, History history) {
        return new MatchGrant(
                match,
                last(
                        history,
                        fact -> fact.activity().detail() instanceof StatusMatch granted
                                && granted.level().equals(match.level())
                                && occurredAt(fact).equals(match.startsAt())));
    }

    private PlanGrant grant(Membership membership, History history) {
        return new PlanGrant(
                membership,
                now.standing().levelOf(programs, membership.plan()),
                last(
                        history,
                        fact -> fact.activity().detail() instanceof MembershipFact about
                                && about.plan().equals(membership.plan())));
    }

    private static long last(History history, Predicate<RecordedFact> wanted) {
        return history.facts().stream()
                .filter(wanted)
                .max(Comparator.comparing(RecordedFact::position))
                .map(RecordedFact::number)
                .orElse(0L);
    }

    private static Instant occurredAt(RecordedFact fact) {
        return fact.activity().occurredAt();
    }
}
