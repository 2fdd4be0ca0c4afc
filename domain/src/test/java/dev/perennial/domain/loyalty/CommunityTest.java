package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.activity.ClubGoal;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.loyalty.community.Scores;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Programs;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What others come to see of a member: on a ranking by spending in months, which settles for two days, and in a club. */
class CommunityTest {

    private static final TakingPart ON = new TakingPart.JoinLeaderboard("top");
    private static final TakingPart OFF = new TakingPart.LeaveLeaderboard("top");
    private static final TakingPart IN = new TakingPart.JoinClub("owls");
    private static final TakingPart OUT = new TakingPart.LeaveClub();
    private static final RankedPeriod JANUARY = new RankedPeriod("top", LocalDate.of(2026, 1, 1));
    private static final RankedPeriod FEBRUARY = new RankedPeriod("top", LocalDate.of(2026, 2, 1));
    private static final ClubPeriod CLUBS_JANUARY = new ClubPeriod("owls", "spent", LocalDate.of(2026, 1, 1));

    private static final ProgramHistory PROGRAM = aProgram(aRule("base"))
            .with(parts -> parts.counter(new CounterDocument(
                            "spent",
                            "",
                            Subject.every(ActivityType.PURCHASE),
                            new Measure.Amount(),
                            new Window.Current(Period.MONTH)))
                    .leaderboard(new LeaderboardDocument("top", "Top", "spent", 48))
                    .challenge(new ChallengeDocument(
                            "far",
                            "",
                            "spent",
                            false,
                            true,
                            List.of(new Stage(euros(100), "coffees", 2, new Expiry.Never())))))
            .alone();

    private final World ada = World.under(PROGRAM);

    @Test
    void whoDoesNotTakePartIsNotSeen() {
        ada.record(aPurchase("o1").of(euros(10)).on(day(1)));
        assertThat(last()).isEqualTo(Scores.NONE);
        assertThat(ada.state().participation()).isEqualTo(Participation.NONE);
    }

    @Test
    void whoJoinsBringsWhatThePresentPeriodHas() {
        ada.record(aPurchase("o1").of(euros(10)).on(day(1)));
        ada.takes(ON, day(2));
        assertThat(last().ranked()).isEqualTo(Map.of(JANUARY, euros(10)));
        ada.record(aPurchase("o2").of(euros(5)).on(day(3)));
        assertThat(last().ranked()).isEqualTo(Map.of(JANUARY, euros(15)));
        ada.record(aRefundOf("o1").of(euros(4)).on(day(4)));
        assertThat(last().ranked()).isEqualTo(Map.of(JANUARY, euros(11)));
        assertThat(ada.events()).contains(new Event.LeaderboardJoined("top"));
    }

    @Test
    void aPeriodMovesUntilItIsFrozen() {
        ada.takes(ON, day(0));
        ada.record(aPurchase("o1").of(euros(10)).on(day(1)));
        ada.record(aPurchase("o2").of(euros(3)).on(at("2026-02-01T12:00:00Z")));
        ada.record(aPurchase("o3").of(euros(5)).on(day(2)), at("2026-02-02T22:59:59Z")); // 23:59:59 in Berlin
        assertThat(last().ranked()).isEqualTo(Map.of(JANUARY, euros(15), FEBRUARY, euros(3)));
        ada.record(aPurchase("o4").of(euros(7)).on(day(3)), at("2026-02-02T23:00:00Z"));
        assertThat(last().ranked()).isEqualTo(Map.of(FEBRUARY, euros(3)));
    }

    @Test
    void whoLeavesIsTakenOffWhatIsNotFrozen() {
        ada.takes(ON, day(0));
        ada.record(aPurchase("o1").of(euros(10)).on(day(1)));
        ada.takes(OFF, at("2026-02-02T00:00:00Z"));
        assertThat(last().ranked()).isEqualTo(Map.of(JANUARY, 0L, FEBRUARY, 0L));
        ada.record(aPurchase("o2").of(euros(10)).on(at("2026-02-02T01:00:00Z")));
        assertThat(last()).isEqualTo(Scores.NONE);
    }

    /** Whoever joins in February has not chosen to be seen in January, although that still settles. */
    @Test
    void aPeriodThatEndedBeforeJoiningIsNoneToBeSeenIn() {
        ada.record(aPurchase("o1").of(euros(10)).on(day(1)));
        ada.record(aPurchase("o2").of(euros(20)).on(day(2)));
        ada.takes(ON, at("2026-02-01T12:00:00Z"));
        ada.takes(IN, at("2026-02-01T12:00:00Z"));
        ada.record(aRefundOf("o1").of(euros(4)).on(at("2026-02-01T13:00:00Z")));
        assertThat(last()).isEqualTo(Scores.NONE);
        ada.record(aPurchase("o3").of(euros(3)).on(at("2026-02-01T14:00:00Z")));
        assertThat(last().ranked()).isEqualTo(Map.of(FEBRUARY, euros(3)));
    }

    @Test
    void whatClubsGetBeginsWithJoining() {
        ada.record(aPurchase("o1").of(euros(10)).on(day(1)));
        ada.takes(IN, day(2));
        assertThat(last().joining()).isEqualTo(Map.of(CLUBS_JANUARY, euros(10)));
        assertThat(last().clubs()).isEmpty();
        ada.record(aPurchase("o2").of(euros(5)).on(day(3)));
        assertThat(last().clubs()).isEqualTo(Map.of(CLUBS_JANUARY, euros(15)));
        ada.takes(OUT, day(4));
        assertThat(last()).isEqualTo(Scores.NONE);
        assertThat(ada.events()).contains(new Event.ClubJoined("owls"), new Event.ClubLeft("owls"));
    }

    @Test
    void nobodyReachesASharedStageAlone() {
        ada.takes(IN, day(0));
        ada.record(aPurchase("o1").of(euros(500)).on(day(1)));
        assertThat(ada.balance(Programs.COFFEES).available()).isZero();

        ada.ask(OwnFact.reaching(new ClubGoal("owls", "far", euros(100), LocalDate.of(2026, 1, 1))), day(2));
        assertThat(ada.balance(Programs.COFFEES).available()).isEqualTo(2);
        assertThat(ada.explain(ada.fact("club-goal:far:10000:2026-01-01")))
                .containsExactly(RuleOutcome.granted("challenge:far:1", Programs.COFFEES, 2));
    }

    @Test
    void aGoalThatTheProgramHasNoMoreGrantsNothing() {
        ada.ask(OwnFact.reaching(new ClubGoal("owls", "gone", euros(100), LocalDate.of(2026, 1, 1))), day(2));
        ada.ask(OwnFact.reaching(new ClubGoal("owls", "far", 7, LocalDate.of(2026, 1, 1))), day(2));
        assertThat(ada.entries()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(reason(new TakingPart.JoinLeaderboard("flop"))).isEqualTo(Reason.LEADERBOARD_NOT_FOUND);
        assertThat(reason(OFF)).isEqualTo(Reason.PARTICIPATION_STATE);
        assertThat(reason(OUT)).isEqualTo(Reason.PARTICIPATION_STATE);
        ada.takes(ON, day(1));
        ada.takes(IN, day(1));
        assertThat(reason(ON)).isEqualTo(Reason.PARTICIPATION_STATE);
        assertThat(reason(new TakingPart.JoinClub("larks"))).isEqualTo(Reason.PARTICIPATION_STATE);
    }

    /** In whatever order facts arrive within the settlement, a period comes to the same. */
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Seeds.each(100, random -> {
            List<Activity> facts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String order = "o" + i;
                facts.add(aPurchase(order).of(random.nextLong(1, 5_000)).on(day(random.nextInt(28))));
                if (random.nextInt(3) == 0) {
                    facts.add(aRefundOf(order).of(random.nextLong(1, 6_000)).on(day(29)));
                }
            }
            Map<RankedPeriod, Long> first = ranked(facts);
            Collections.shuffle(facts, new Random(random.nextLong()));
            assertThat(ranked(facts)).isEqualTo(first);
        });
    }

    private static Map<RankedPeriod, Long> ranked(List<Activity> facts) {
        ProgramHistory slow = aProgram(aRule("base"))
                .with(parts -> parts.counter(new CounterDocument(
                                "spent",
                                "",
                                Subject.every(ActivityType.PURCHASE),
                                new Measure.Amount(),
                                new Window.Current(Period.WEEK)))
                        .leaderboard(new LeaderboardDocument("top", "", "spent", 720)))
                .alone();
        World world = World.under(slow);
        world.takes(ON, day(0));
        // Told at one moment, within a month of the first of them: no week is frozen yet.
        Instant now = day(30);
        facts.forEach(fact -> world.record(fact, now));
        Scores all = Scores.NONE;
        for (Decision decision : world.decisions()) {
            all = all.then(decision.scores());
        }
        return all.ranked();
    }

    private Scores last() {
        return ada.decisions().getLast().scores();
    }

    private Reason reason(TakingPart step) {
        return ((Result.Refused<Decision>) ada.takes(step, day(1))).refusal().reason();
    }
}
