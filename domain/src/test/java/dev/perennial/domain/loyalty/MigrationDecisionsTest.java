package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtLevel;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.OpeningLot;
import dev.perennial.domain.loyalty.migration.Taken;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.Arrivals;
import dev.perennial.domain.testing.TieredPrograms;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A customer comes from another system with everything that it had there, or not at all. */
class MigrationDecisionsTest {

    private static final ProgramHistory PROGRAMS = TieredPrograms.calendarYears();
    private static final Instant YEARS_AGO = day(-2000);

    @Test
    void whatWasBroughtIsThereAndRunsOutWhenItWasPromisedTo() {
        World ada = Arrivals.world(
                PROGRAMS,
                Arrivals.having(
                        YEARS_AGO, points(30, day(-90), day(10)), points(70, day(-5), null), points(5, day(3), day(9))),
                START);

        assertThat(ada.balance(POINTS)).isEqualTo(new Balance(100, 5, 0, 0));
        assertThat(ada.entries())
                .extracting(MigrationDecisionsTest::told)
                .containsExactly(
                        "OPENING 30 OPENING→AVAILABLE", "OPENING 70 OPENING→AVAILABLE", "OPENING 5 OPENING→PENDING");
        ada.advance(day(8));
        assertThat(ada.balance(POINTS)).isEqualTo(new Balance(105, 0, 0, 0));
        ada.advance(day(10));
        assertThat(ada.balance(POINTS)).isEqualTo(new Balance(70, 0, 0, 0));
    }

    @Test
    void aLevelHoldsUntilItsDateAndThenFallsToWhatWasEarnedHere() {
        Brought gold = new Brought(YEARS_AGO, new BroughtLevel("gold", day(50)), List.of(), List.of(), List.of());
        World ada = Arrivals.world(PROGRAMS, gold, START);

        ada.record(aPurchase("o1").with(1, euros(150)).on(day(20)));
        assertThat(level(ada, day(49))).isEqualTo("gold");
        assertThat(level(ada, day(50))).isEqualTo("silver");
    }

    /** However much was earned meanwhile: nobody here promised that it would be prolonged. */
    @Test
    void whatWasEarnedMeanwhileProlongsNothing() {
        Brought platinum =
                new Brought(YEARS_AGO, new BroughtLevel("platinum", day(50)), List.of(), List.of(), List.of());
        World ada = Arrivals.world(PROGRAMS, platinum, START);

        ada.record(aPurchase("o1").with(1, euros(599)).on(day(20)));
        assertThat(level(ada, day(50))).isEqualTo("gold");
    }

    /** History comes after the import, and is older than it. */
    @Test
    void aLevelHoldsHoweverOftenThePastIsFoldedAgain() {
        Brought gold = new Brought(YEARS_AGO, new BroughtLevel("gold", day(50)), List.of(), List.of(), List.of());
        World ada = Arrivals.world(PROGRAMS, gold, START);

        for (int i = 1; i <= 5; i++) {
            ada.record(aPurchase("h" + i).with(1, euros(20)).asHistory().on(day(-30 * i)), day(1));
        }
        assertThat(level(ada, day(49))).isEqualTo("gold");
        assertThat(level(ada, day(50))).isEqualTo("silver");
        assertThat(ada.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void theFeedTellsThatNobodyHasToBeWelcomed() {
        Brought known = new Brought(
                YEARS_AGO, null, List.of(), List.of(new BroughtIdentifier(IdentifierKind.CARD, "")), List.of());

        assertThat(Arrivals.world(PROGRAMS, known, START).events())
                .containsExactly(new Event.MemberEnrolled(true), new Event.IdentifierAdded(2, "CARD", ""));
    }

    /** Eight years have passed elsewhere. */
    @Test
    void noAnniversaryOfThePastIsKept() {
        World ada = Arrivals.world(PROGRAMS, Arrivals.since(day(-8 * 365)), START);

        assertThat(ada.facts()).isEmpty();
        assertThat(ada.state().enrolledAt()).isEqualTo(day(-8 * 365));
        assertThat(ada.state().advancedTo()).isEqualTo(START);
    }

    @Test
    void everyWrongFieldIsTold() {
        Brought wrong = new Brought(
                day(1),
                new BroughtLevel("diamond", day(0)),
                List.of(
                        new OpeningLot(new UnitId("feathers"), 1, null, null),
                        points(1, null, day(0)),
                        points(1, day(5), day(4)),
                        points(Balance.TOTAL_MAX, null, null)),
                List.of(
                        new BroughtIdentifier(IdentifierKind.CARD, ""),
                        new BroughtIdentifier(IdentifierKind.PHONE, "")),
                List.of(new BroughtVoucher("A", "coffee", day(-1)), new BroughtVoucher("B", "coffee", null)));

        Refusal refusal = refusal(PROGRAMS, wrong, new Taken(Set.of(1), Set.of(1)));

        assertThat(refusal.problems())
                .extracting(Problem::field)
                .containsExactly(
                        "enrolled_at",
                        "standing.level",
                        "standing.until",
                        "lots[0].unit",
                        "lots[1].expires_at",
                        "lots[2].available_at",
                        "lots[3].amount",
                        "identifiers[1]",
                        "vouchers[0].reward",
                        "vouchers[0].valid_until",
                        "vouchers[1].reward",
                        "vouchers[1].code");
    }

    /** Miles slide for two months after the last purchase, of which nothing is known here. */
    @Test
    void whatWouldSlideOutAtOnceIsRefused() {
        UnitId miles = new UnitId("miles");
        Brought known = Arrivals.having(
                YEARS_AGO, new OpeningLot(miles, 10, day(-20), null), new OpeningLot(miles, 10, day(-100), null));

        assertThat(refusal(PROGRAMS, known, Taken.NOTHING).problems())
                .extracting(Problem::field)
                .containsExactly("lots[1].available_at");
    }

    @Test
    void nobodyComesBeforeThereIsAProgram() {
        assertThat(refusal(ProgramHistory.NONE, Arrivals.since(YEARS_AGO), Taken.NOTHING)
                        .reason())
                .isEqualTo(Reason.PROGRAM_NOT_APPLIED);
    }

    private static Refusal refusal(ProgramHistory programs, Brought brought, Taken taken) {
        return ((Result.Refused<Decision>) MigrationDecisions.bring(
                        programs, new MemberId("ada"), 1, Profile.EMPTY, brought, taken, START))
                .refusal();
    }

    private static OpeningLot points(long amount, Instant availableAt, Instant expiresAt) {
        return new OpeningLot(POINTS, amount, availableAt, expiresAt);
    }

    private static String level(World world, Instant now) {
        return world.standing(now).standing().level();
    }

    private static String told(Entry entry) {
        return entry.kind() + " " + entry.amount() + " " + entry.from() + "→" + entry.to();
    }
}
