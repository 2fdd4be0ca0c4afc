package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.loyalty.standing.Change.Reason;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TiersDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member's standing: the highest of the level that was earned, those that were matched, and those of memberships. It
 * is carried by the fold over the member's facts, and depends on nothing but those, the versions of the program and
 * time. Facts come in the order in which they occurred; what is due by a fact happens before it.
 *
 * <p><b>Earning.</b> A level is reached at once when enough was earned in the window going on: the calendar year, the
 * year since the enrolment's last anniversary, or the last local days, today included. Days are those of the program's
 * time zone.
 *
 * <p><b>Reviews.</b> At the end of a year, the year must have reached the level held; a rolling window is reviewed at
 * the start of the first local day on which it holds too little. A level that is not confirmed stands for the days of
 * grace, which are local ones, and then falls to what was earned in the year that ended or in the one going on, or in
 * the rolling window; with {@link TiersDocument.Downgrade#ONE_LEVEL} by one level at most, where in a rolling window
 * the next level then has a grace of its own. A grace is over early when the level is reached anew.
 *
 * <p><b>Refunds.</b> What was earned shrinks. With {@link TiersDocument.OnRefund#REVOKE} a level that was reached in
 * the window going on goes at once; what was carried into the window stands, and a grace that was over early goes on.
 * Otherwise nothing happens before the next review. What is lost of a year that is over is only seen by the end of the
 * grace that may follow it.
 *
 * <p><b>Versions.</b> Lower thresholds raise a level at once, higher ones wait for the next review. A level that is
 * gone falls to what was earned.
 *
 * <p><b>Matches</b> last for days of 24 hours, and once longer if enough was earned meanwhile. <b>Memberships</b>
 * follow a table of transitions, see {@code docs/memberships.md}; their trials and graces are days of 24 hours.
 *
 * @param version the version of the program under which it stands; 0 when nothing can happen to it by itself
 * @param losses what was earned and will be refunded further on in the fold
 * @param matches those that have not ended
 * @param memberships one for each plan that the member ever had, those that ended too
 * @param level the id of the level as a whole; empty for none
 * @param since when it became that; null when it has never been another than none
 */
public record Standing(
        int version,
        TierProgress tier,
        List<Loss> losses,
        List<Match> matches,
        List<Membership> memberships,
        String level,
        @Nullable Instant since) {

    static final int MATCHES_MAX = 20;

    /** The standing of a member who has nothing yet. */
    public static final Standing NEW = new Standing(0, TierProgress.NONE, List.of(), List.of(), List.of(), "", null);

    public Standing {
        losses = List.copyOf(losses);
        matches = List.copyOf(matches);
        memberships = List.copyOf(memberships);
    }

    /** After everything that is due by itself up to the moment and at it, each under the version then in force. */
    public Standing advanced(ProgramHistory programs, Instant enrolledAt, Instant to, Consumer<Change> changes) {
        return advanced(new Setting(programs, enrolledAt), to, changes);
    }

    private Standing advanced(Setting setting, Instant to, Consumer<Change> changes) {
        Steps steps = new Steps(setting, changes);
        Standing standing = this;
        Optional<Due> due = Due.next(standing, setting);
        while (due.isPresent() && !due.get().at().isAfter(to)) {
            standing = steps.after(standing, due.get());
            due = Due.next(standing, setting);
        }
        return standing;
    }

    /** When something is due by itself next; empty when nothing is. */
    public Optional<Instant> nextDueAt(ProgramHistory programs, Instant enrolledAt) {
        return Due.next(this, new Setting(programs, enrolledAt)).map(Due::at);
    }

    /**
     * After so much of the status unit was earned by a fact at the moment. Nothing happens when the version in force
     * has no levels.
     */
    public Standing earned(
            ProgramHistory programs, Instant enrolledAt, Instant at, long amount, Consumer<Change> changes) {
        Setting setting = new Setting(programs, enrolledAt);
        Standing before = advanced(setting, at, changes);
        Rules rules = setting.at(at);
        if (rules.tiers() == null || amount <= 0) {
            return before;
        }
        List<Match> matches =
                before.matches.stream().map(match -> match.earning(at, amount)).toList();
        TierProgress raised = raised(before.tier, rules, rules.day(at), amount);
        return new Steps(setting, changes)
                .settled(before.with(raised, before.losses).withMatches(matches), rules, at, Reason.EARNED);
    }

    private static TierProgress raised(TierProgress before, Rules rules, LocalDate today, long amount) {
        Measure measure = rules.measure();
        TierProgress tier = before.earning(measure.bucketOf(today), amount).on(today, measure);
        String reached = rules.levels().reachedBy(measure.sum(tier.earned(), today));
        return tier.holding(tier.carried(), rules.levels().higher(tier.reached(), reached), tier.graceEndsAt());
    }

    /**
     * Knowing that so much of what was earned at one moment will be refunded at a later one, where {@link #advanced}
     * takes it away; until then it counts.
     *
     * @param lostAt not before what is already applied
     */
    public Standing losing(ProgramHistory programs, Instant enrolledAt, Instant earnedAt, Instant lostAt, long amount) {
        if (version == 0 || amount <= 0) {
            return this;
        }
        Rules rules = new Setting(programs, enrolledAt).numbered(version);
        List<Loss> more = new ArrayList<>(losses);
        more.add(new Loss(rules.measure().bucketOf(rules.day(earnedAt)), earnedAt, lostAt, amount));
        return with(tier, more);
    }

    /**
     * With at least the level that the other has earned, until the next review: two members who become one lose none by
     * it, though their windows may differ.
     */
    public Standing atLeast(ProgramHistory programs, Instant enrolledAt, Instant at, Standing other) {
        Setting setting = new Setting(programs, enrolledAt);
        Standing before = advanced(setting, at, change -> {});
        Rules rules = setting.at(at);
        if (rules.tiers() == null) {
            return before;
        }
        Levels levels = rules.levels();
        String level = other.tier.held(levels);
        if (levels.rank(level) <= levels.rank(before.tier.held(levels))) {
            return before;
        }
        TierProgress holding = before.tier
                .on(rules.day(at), rules.measure())
                .holding(level, before.tier.reached(), before.tier.graceEndsAt());
        return new Steps(setting, change -> {}).settled(before.with(holding, before.losses), rules, at, Reason.EARNED);
    }

    /**
     * After a match at the moment, which is nothing if the version in force has not that level, or no matches and the
     * match does not say until when.
     */
    public Standing with(
            ProgramHistory programs, Instant enrolledAt, StatusMatch fact, Instant at, Consumer<Change> changes) {
        Setting setting = new Setting(programs, enrolledAt);
        Standing before = advanced(setting, at, changes);
        Rules rules = setting.at(at);
        Optional<Match> match = rules.tiers() == null || rules.levels().rank(fact.level()) == 0
                ? Optional.empty()
                : Match.of(fact, at, rules.tiers().statusMatch());
        if (match.isEmpty()) {
            return before;
        }
        List<Match> matches = new ArrayList<>(before.matches);
        matches.add(match.get());
        if (matches.size() > MATCHES_MAX) {
            matches.remove(least(matches, rules.levels()));
        }
        return new Steps(setting, changes).settled(before.withMatches(matches), rules, at, Reason.MATCH);
    }

    /** The one that is missed least: of the lowest level, and of those the one that ends first. */
    private static Match least(List<Match> matches, Levels levels) {
        return matches.stream()
                .min(Comparator.comparingInt((Match match) -> levels.rank(match.level()))
                        .thenComparing(Match::endsAt))
                .orElseThrow();
    }

    /** After a membership's fact at the moment; one that the table has no transition for changes nothing. */
    public Standing with(
            ProgramHistory programs, Instant enrolledAt, MembershipFact fact, Instant at, Consumer<Change> changes) {
        Setting setting = new Setting(programs, enrolledAt);
        Standing before = advanced(setting, at, changes);
        Steps steps = new Steps(setting, changes);
        Rules rules = setting.at(at);
        Standing after = steps.moved(before, fact.plan(), MembershipEvent.of(fact), rules, at);
        return steps.settled(after, rules, at, Reason.MEMBERSHIP);
    }

    /** The state that a membership's fact would lead to at the moment; empty when it would change nothing. */
    public Optional<MembershipState> allows(ProgramHistory programs, MembershipFact fact, Instant at) {
        return MembershipTable.next(
                membership(fact.plan()).state(),
                MembershipEvent.of(fact),
                programs.at(at).program().plan(fact.plan()));
    }

    /** From 1 for the lowest level of the version under which it stands; 0 for none. */
    public int rank(ProgramHistory programs) {
        return version == 0
                ? 0
                : new Setting(programs, Instant.EPOCH)
                        .numbered(version)
                        .levels()
                        .rank(level);
    }

    /** The ids of the plans whose benefits the member has. */
    public List<String> activePlans() {
        return memberships.stream()
                .filter(membership -> membership.state().live())
                .map(Membership::plan)
                .toList();
    }

    /** The ids of the benefits of the level and of the active plans. */
    public Set<String> benefits(ProgramHistory programs) {
        return granted(programs).stream().map(Benefit::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The benefits of the level, then those of each active plan. */
    public List<Benefit> granted(ProgramHistory programs) {
        List<Benefit> granted = new ArrayList<>();
        if (version > 0) {
            Setting setting = new Setting(programs, Instant.EPOCH);
            for (Named benefit : setting.numbered(version).levels().benefits(level)) {
                granted.add(new Benefit(benefit.id(), benefit.name(), ""));
            }
            for (String plan : activePlans()) {
                setting.soldPlan(plan, version)
                        .ifPresent(sold -> sold.benefits()
                                .forEach(benefit -> granted.add(new Benefit(benefit.id(), benefit.name(), plan))));
            }
        }
        return granted;
    }

    /** The id of the level that an active plan grants; empty for none. */
    public String levelOf(ProgramHistory programs, String plan) {
        return version == 0
                ? ""
                : new Setting(programs, Instant.EPOCH)
                        .soldPlan(plan, version)
                        .map(PlanDocument::tier)
                        .orElse("");
    }

    /** What must be earned until the match ends for it to be prolonged; empty when it cannot be. */
    public OptionalLong requiredToKeep(ProgramHistory programs, Match match) {
        return match.required(new Setting(programs, Instant.EPOCH).numbered(version));
    }

    /** The window that holds the moment; empty when the version in force has no levels. */
    public static Optional<EarningWindow> window(ProgramHistory programs, Instant enrolledAt, Instant moment) {
        Rules rules = new Setting(programs, enrolledAt).at(moment);
        LocalDate day = rules.day(moment);
        return rules.tiers() == null
                ? Optional.empty()
                : Optional.of(new EarningWindow(
                        rules.start(rules.measure().startOf(day)),
                        rules.start(rules.measure().endOf(day)),
                        rules.measure() instanceof Measure.RollingDays));
    }

    /** What the member's screen says of it, when everything due by the moment is applied. */
    public Outlook outlook(ProgramHistory programs, Instant enrolledAt, Instant now) {
        return Outlook.of(this, new Setting(programs, enrolledAt), now);
    }

    Membership membership(String plan) {
        return memberships.stream()
                .filter(membership -> membership.plan().equals(plan))
                .findFirst()
                .orElse(Membership.none(plan));
    }

    /** The level as a whole. */
    String total(Setting setting, Levels levels) {
        String highest = tier.held(levels);
        for (Match match : matches) {
            highest = levels.higher(highest, match.level());
        }
        for (String plan : activePlans()) {
            String granted =
                    setting.soldPlan(plan, version).map(sold -> sold.tier()).orElse("");
            highest = levels.higher(highest, granted);
        }
        return highest;
    }

    /** Under the version, or under none when nothing can happen by itself any more. */
    Standing under(int number) {
        boolean idle = tier.isEmpty()
                && losses.isEmpty()
                && matches.isEmpty()
                && activePlans().isEmpty();
        return idle
                ? new Standing(0, TierProgress.NONE, losses, matches, memberships, level, since)
                : new Standing(number, tier, losses, matches, memberships, level, since);
    }

    Standing at(String newLevel, Instant moment) {
        return new Standing(version, tier, losses, matches, memberships, newLevel, moment);
    }

    Standing with(TierProgress newTier, List<Loss> newLosses) {
        return new Standing(version, newTier, newLosses, matches, memberships, level, since);
    }

    Standing withMatches(List<Match> newMatches) {
        return new Standing(version, tier, losses, newMatches, memberships, level, since);
    }

    Standing with(Membership changed) {
        List<Membership> all = new ArrayList<>(memberships);
        all.removeIf(membership -> membership.plan().equals(changed.plan()));
        all.add(changed);
        return new Standing(version, tier, losses, matches, all, level, since);
    }
}
