package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MemberStates} promises of the past. */
public abstract class MemberHistoryContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").perEuro(1).cappedAt(1_000, Period.MONTH),
                    aRule("second").fixed(10).pendingFor(7))
            .alone();

    /** Purchases on 2 and 31 January, 10 and 20 February, 12 March 2026. */
    @BeforeEach
    void buyForThreeMonths() {
        desk.enrol("ada", START);
        buy("jan", 1);
        buy("jan-2", 30);
        buy("feb", 40);
        buy("feb-2", 50);
        buy("mar", 70);
    }

    @Test
    void beginsALateFactsHistoryAtItsMonth() {
        History history = history(new HistoryNeed.Since(day(45), "late"));

        assertThat(history.from()).isEqualTo(at("2026-02-01T00:00:00Z"));
        assertThat(ids(history)).containsExactlyInAnyOrder("feb", "feb-2", "mar");
        assertThat(history.before().behaviour().purchases()).isEqualTo(2);
        assertThat(history.before().last()).isEqualTo(fact("jan-2").position());
        assertThat(history.facts()).contains(fact("feb"), fact("mar"));
        assertThat(history.lots()).extracting(Lot::activityNumber).containsExactlyInAnyOrder(3L, 3L, 4L, 4L, 5L, 5L);
        assertThat(history.about()).extracting(Activity::detail).isEmpty();
    }

    @Test
    void beginsWithTheMemberWhenNoCheckpointIsEarlyEnough() {
        History history = history(new HistoryNeed.Since(day(0), "late"));

        assertThat(history.before()).isEqualTo(Tally.EMPTY);
        assertThat(history.from()).isBefore(START);
        assertThat(ids(history)).containsExactlyInAnyOrder("jan", "jan-2", "feb", "feb-2", "mar");
    }

    @Test
    void showsARefundItsOrderWithEveryRefundAndEveryLotEvenClosed() {
        record(aRefundOf("feb").as("r1").of(euros(30)).on(day(72)));
        record(aRefundOf("feb").as("r2").items(1, 1).on(day(73)));
        record(aRefundOf("jan").as("r3").of(euros(1)).on(day(74)));

        History history = history(new HistoryNeed.OfOrder("feb"));

        assertThat(history.from()).isEqualTo(at("2026-02-01T00:00:00Z"));
        assertThat(ids(history)).containsExactlyInAnyOrder("feb", "feb-2", "mar");
        assertThat(history.about())
                .extracting(Activity::detail)
                .containsExactlyInAnyOrder(
                        aRefundOf("feb").of(euros(30)).refund(),
                        aRefundOf("feb").items(1, 1).refund());
        assertThat(history.lots()).anyMatch(lot -> !lot.open() && lot.activityNumber() == 3);
        assertThat(fact("feb").counts()).isFalse();
    }

    @Test
    void hasNoFactsForAnOrderThatIsNotKnown() {
        assertThat(history(new HistoryNeed.OfOrder("unheard-of")).facts()).isEmpty();
        assertThat(history(new HistoryNeed.OfOrder("unheard-of")).lots()).isEmpty();
        assertThat(history(new HistoryNeed.OfOrder("jan ")).facts()).isEmpty();
    }

    @Test
    void findsTheRefundsThatWaitForAPurchase() {
        record(aRefundOf("later").of(euros(3)).on(day(72)));

        assertThat(history(new HistoryNeed.Since(day(73), "later")).about())
                .extracting(Activity::detail)
                .containsExactly(aRefundOf("later").of(euros(3)).refund());
    }

    @Test
    void keepsWhatALateFactDecidedAgain() {
        record(aPurchase("late").of(euros(990)).on(day(35)), 71);

        assertThat(fact("late").number()).isEqualTo(6);
        assertThat(fact("late").grants()).extracting(grant -> grant.credited()).containsExactly(990L, 10L);
        assertThat(fact("feb-2").grants()).extracting(grant -> grant.credited()).containsExactly(0L, 10L);
        assertThat(fact("feb-2").recordedAt()).isEqualTo(day(50));
        History march = history(new HistoryNeed.Since(day(71), ""));
        assertThat(march.from()).isEqualTo(at("2026-03-01T00:00:00Z"));
        assertThat(march.before().behaviour().purchases()).isEqualTo(5);
        assertThat(ids(march)).containsExactly("mar");
    }

    @Test
    void returnsFactsWithEverythingInThem() {
        Activity rich = new Activity(
                new ActivityKey("pos-12", "Überraschung ✓"),
                at("2026-03-20T10:11:12.123456Z"),
                true,
                new Place("Kiel", "acme", "till", ""),
                Map.of("weather", "“rain”\n", "empty", ""),
                aPurchase("rich")
                        .with(3, euros(10))
                        .with(1, 0)
                        .in("USD")
                        .shippedFor(499)
                        .order());
        record(rich, 80);
        record(aVisit("v1").on(day(81)), 81);

        History history = history(new HistoryNeed.Since(rich.occurredAt(), ""));

        assertThat(history.facts())
                .extracting(RecordedFact::activity)
                .contains(rich, aVisit("v1").on(day(81)));
    }

    @Test
    void findsWhatRanOutWithTheLotsOfIt() {
        ProgramHistory shortLived =
                aProgram(aRule("base").perEuro(1).expiringAfter(5)).alone();
        desk.record("ada", shortLived, aPurchase("soon-gone").of(euros(7)).on(day(71)));
        desk.record("ada", shortLived, aPurchase("later").of(euros(8)).on(day(80)));

        History within = history(new HistoryNeed.OfExpired(POINTS, new Expired.Within(day(76), day(77))));
        assertThat(within.expiries()).extracting(Entry::amount).containsExactly(7L);
        assertThat(within.lots()).extracting(Lot::expired).containsExactly(7L);
        assertThat(within.facts()).isEmpty();

        Expired thatOne = new Expired.By(within.expiries().getFirst().number());
        assertThat(history(new HistoryNeed.OfExpired(POINTS, thatOne))).isEqualTo(within);
        assertThat(history(new HistoryNeed.OfExpired(new UnitId("other"), thatOne))
                        .expiries())
                .isEmpty();
        assertThat(history(new HistoryNeed.OfExpired(POINTS, new Expired.Within(day(70), day(76))))
                        .expiries())
                .isEmpty();
    }

    @Test
    void doesNotShowAnotherMembersPast() {
        desk.enrol("bob", START);
        Activity sameOrder = new Activity(
                new ActivityKey("shop", "bobs"),
                day(41),
                false,
                Place.UNKNOWN,
                Map.of(),
                aPurchase("feb").of(1).order());
        desk.record("bob", PROGRAM, sameOrder);
        desk.adjust("bob", "give", POINTS, 3, day(42));

        assertThat(ids(history(new HistoryNeed.OfOrder("feb")))).containsExactlyInAnyOrder("feb", "feb-2", "mar");
    }

    private void buy(String order, int day) {
        record(aPurchase(order).of(euros(40)).on(day(day)));
    }

    private void record(Activity activity) {
        desk.record("ada", PROGRAM, activity);
    }

    private void record(Activity activity, int day) {
        desk.record("ada", PROGRAM, activity, day(day));
    }

    private History history(HistoryNeed need) {
        return ports.storage().transact(tx -> tx.members().history(id(), desk.lock(tx, "ada"), need));
    }

    private RecordedFact fact(String externalId) {
        return ports.activityLog().list(id(), member("ada"), Long.MAX_VALUE, 100).stream()
                .filter(fact -> fact.activity().key().externalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(History history) {
        return history.facts().stream()
                .map(fact -> fact.activity().key().externalId())
                .toList();
    }
}
