package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.FIRST_PURCHASE;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Programs.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.World;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private final ProgramHistory welcome = aProgram(
                    aRule("base"), aRule("welcome").fixed(50).when(FIRST_PURCHASE))
            .alone();

    @Test
    void aFactOutsideTheReopenWindowIsDecidedByItself() {
        World world = World.under(welcome);
        world.record(aPurchase("o1").of(euros(10)).on(day(90)));
        Consequences late = world.record(aPurchase("o0").of(euros(7)).on(day(10)), day(100));
        assertThat(late.notes()).containsExactly(Note.OUTSIDE_REOPEN_WINDOW);
        assertThat(late.entries()).extracting(entry -> entry.kind()).containsOnly(EntryKind.EARN);
        assertThat(world.fact("o1").grants()).extracting(Grant::rule).containsExactly("base", "welcome");
        assertThat(world.balance(POINTS).available()).isEqualTo(10 + 50 + 7 + 50);
    }

    @Test
    void aLateFactDoesNotOpenWhatCameBeforeIt() {
        World world = World.under(welcome);
        world.record(aPurchase("o1").of(euros(10)).on(day(90)));
        world.record(aPurchase("o0").of(euros(7)).on(day(10)), day(100)); // outside: the bonus stays with o1, too
        world.record(aVisit("v1").on(day(110)));
        world.record(aVisit("v0").on(day(95)), day(111));
        assertThat(world.fact("o1").grants()).extracting(Grant::rule).containsExactly("base", "welcome");
    }

    @Test
    void whatIsClosedKeepsItsShareOfTheCap() {
        World world =
                World.under(aProgram(aRule("base").cappedAt(100, Period.YEAR)).alone());
        world.record(aPurchase("o1").of(euros(80)).on(day(80)));
        world.record(aPurchase("o0").of(euros(80)).on(day(10)), day(100));
        assertThat(world.fact("o0").grants()).extracting(Grant::credited).containsExactly(20L);
        assertThat(world.fact("o1").grants()).extracting(Grant::credited).containsExactly(80L);
    }

    @Test
    void whatARefundFreesUnderACapGoesToLaterFacts() {
        World world =
                World.under(aProgram(aRule("base").cappedAt(100, Period.MONTH)).alone());
        world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        world.record(aPurchase("o2").of(euros(80)).on(day(2)));
        assertThat(world.balance(POINTS).available()).isEqualTo(100);
        world.record(aRefundOf("o1").of(euros(80)).on(day(3)));
        assertThat(world.fact("o2").grants()).extracting(Grant::credited).containsExactly(80L);
        assertThat(world.balance(POINTS).available()).isEqualTo(80);
    }

    @Test
    void aRefundWaitsForItsPurchaseAndFlagsItWhenItWasTooMuch() {
        World world = World.under(welcome);
        Consequences refund = world.record(aRefundOf("o1").of(euros(30)).on(day(1)));
        assertThat(refund.notes()).containsExactly(Note.WAITS_FOR_PURCHASE);
        assertThat(world.state().tally().waitingOrders()).containsExactly("o1");
        Consequences purchase = world.record(aPurchase("o1").of(euros(20)).on(day(2)));
        assertThat(purchase.notes()).containsExactly(Note.OVER_REFUNDED);
        assertThat(world.state().tally().waitingOrders()).isEmpty();
        assertThat(world.state().tally().behaviour()).isEqualTo(Behaviour.NONE);
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void anOrderThatWasRecordedUnderAnotherKeyIsRefusedWhenItComesLate() {
        World world = World.under(welcome);
        world.record(aPurchase("o1").of(euros(10)).on(day(3)));
        assertThat(world.tell(aPurchase("o1").as("again").of(euros(10)).on(day(2)), day(4)))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.orderAlreadyRecorded("o1")));
        assertThat(world.facts()).hasSize(1);
    }

    @Test
    void whatWasDueIsToldBeforeTheFactThatCameAfterIt() {
        World world = World.under(aProgram(aRule("base").expiringAfter(5)).alone());
        world.record(aPurchase("o1").of(euros(20)).on(day(1)));
        assertThat(world.record(aPurchase("o2").of(euros(30)).on(day(9)))
                        .decision()
                        .events())
                .extracting(Event::getClass)
                .containsExactly(Event.UnitsMoved.class, Event.ActivityRecorded.class, Event.UnitsMoved.class);
    }

    @Test
    void historyFeedsBehaviourAndGrantsOnlyWhereARuleSaysSo() {
        World world = World.under(aProgram(
                        aRule("base"),
                        aRule("kept").fixed(3).alsoOnHistory(),
                        aRule("welcome").fixed(50).when(FIRST_PURCHASE))
                .alone());
        world.record(aPurchase("o1").of(euros(20)).asHistory().on(day(1)));
        world.record(aPurchase("o2").of(euros(20)).on(day(2)));
        assertThat(world.state().tally().behaviour().purchases()).isEqualTo(2);
        assertThat(world.balance(POINTS).available()).isEqualTo(3 + 20 + 3);
    }

    @Test
    void aCapHoldsWhenALaterVersionMovesTheProgramToAZoneWhereItIsStillYesterday() {
        ProgramHistory programs = versions(
                aProgram(aRule("base").cappedAt(100, Period.YEAR))
                        .in("Asia/Tokyo")
                        .version(1, day(0)),
                aProgram(aRule("base").cappedAt(100, Period.YEAR))
                        .in("America/New_York")
                        .version(2, at("2026-12-31T18:00:00Z")));
        World world = World.under(programs);
        world.record(aPurchase("o1").of(euros(100)).on(at("2026-12-31T10:00:00Z"))); // 2026 in Tokyo
        world.record(aPurchase("o2").of(euros(50)).on(at("2026-12-31T17:00:00Z"))); // 2027 in Tokyo
        world.record(aPurchase("o3").of(euros(50)).on(at("2026-12-31T19:00:00Z"))); // 2026 in New York
        assertThat(world.fact("o3").grants()).extracting(Grant::credited).containsExactly(0L);
    }

    @Test
    void aRuleThatGrantsAnotherUnitUnderALaterVersionIsTakenBackInItsOldUnit() {
        ProgramHistory before = aProgram(aRule("base").fixed(5)).alone();
        ProgramHistory after = versions(
                before.versions().getFirst(),
                aProgram(aRule("base").fixed(5).in(STAMPS)).version(2, day(4)));
        World world = World.under(before);
        world.record(aPurchase("o2").of(euros(1)).on(day(5)));
        world.nowUnder(after); // it took effect on day 4 by the clock of another instance, which runs behind
        world.record(aPurchase("o1").of(euros(1)).on(day(4)), day(5)); // folds o2 again, under the version that came
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
        assertThat(world.balance(STAMPS).available()).isEqualTo(10);
    }

    @Test
    void aLateFactIsDecidedUnderTheVersionOfItsTime() {
        World world = World.under(versions(
                aProgram(aRule("base").fixed(5)).version(1, day(0)),
                aProgram(aRule("base").fixed(50)).version(2, day(4))));
        world.record(aPurchase("o1").of(euros(10)).on(day(4).minusNanos(1)), day(6));
        world.record(aPurchase("o2").of(euros(10)).on(day(4)), day(6));
        assertThat(world.fact("o1").programVersion()).isEqualTo(1);
        assertThat(world.fact("o2").programVersion()).isEqualTo(2);
        assertThat(world.balance(POINTS).available()).isEqualTo(55);
    }

    @Test
    void aFactThatIsToldAheadKeepsTheVersionOfItsTelling() {
        ProgramHistory before = aProgram(aRule("base").fixed(5)).alone();
        ProgramHistory after = versions(
                before.versions().getFirst(), aProgram(aRule("base").fixed(50)).version(2, day(4)));
        World world = World.under(before);
        world.record(aPurchase("o1").of(euros(10)).on(day(5)), day(3));
        world.nowUnder(after).record(aRefundOf("o1").of(1).on(day(6)));
        assertThat(world.fact("o1").programVersion()).isEqualTo(1);
        assertThat(world.balance(POINTS).available()).isEqualTo(5);
    }

    @Test
    void aFactThatIsNotDecidedAgainKeepsTheVersionThatDecidedIt() {
        ProgramHistory before = aProgram(aRule("base").fixed(5)).reopening(0).alone();
        ProgramHistory after = versions(
                before.versions().getFirst(),
                aProgram(aRule("base").fixed(50)).reopening(0).version(2, day(1)));
        World world = World.under(before);
        world.record(aPurchase("o2").of(euros(1)).on(day(2)));
        world.nowUnder(after).record(aPurchase("o1").of(euros(1)).on(day(1)), day(9));
        assertThat(world.fact("o2").programVersion()).isEqualTo(1);
        assertThat(world.fact("o1").programVersion()).isEqualTo(2);
        assertThat(world.balance(POINTS).available()).isEqualTo(55);
    }

    @Test
    void whatWasLetInActivatesWhateverElseTheMemberHas() {
        long most = 1_000_000_000_000L;
        ProgramHistory programs = aProgram(
                        aRule("now").perItem(most), aRule("later").perItem(most).pendingFor(1))
                .alone();
        World world = World.under(programs);
        assertThat(Loyalty.record(
                        programs,
                        world.state(),
                        aPurchase("o1").with(600_000, 1).on(day(1)),
                        Budgets.NONE,
                        day(1)))
                .isInstanceOf(Result.Refused.class);
        world.record(aPurchase("o1").with(500_000, 1).on(day(1)));
        world.advance(day(2));
        assertThat(world.balance(POINTS).available()).isEqualTo(1_000_000 * most);
    }

    @Test
    void sumsThatCannotBeCountedAreRefused() {
        World world = World.under(welcome);
        assertThat(Loyalty.adjust(welcome, world.state(), POINTS, Long.MAX_VALUE, Budgets.NONE, day(1)))
                .isInstanceOf(Result.Refused.class);
        world.adjust(POINTS, 1_000_000_000_000_000_000L, day(1));
        assertThat(Loyalty.adjust(welcome, world.state(), POINTS, 1, Budgets.NONE, day(1)))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.BALANCE_OVERFLOW));
        assertThat(Loyalty.adjust(welcome, world.state(), POINTS, Long.MIN_VALUE, Budgets.NONE, day(1)))
                .isInstanceOf(Result.Refused.class);
        assertThat(Loyalty.record(
                        welcome,
                        world.state(),
                        aPurchase("o1").of(Long.MAX_VALUE).of(1).on(day(2)),
                        Budgets.NONE,
                        day(2)))
                .isInstanceOf(Result.Refused.class);
    }
}
