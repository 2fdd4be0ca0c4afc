package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aCustom;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MemberStates} promises of states; {@link MemberHistoryContract} goes on with the past. */
public abstract class MemberStatesContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").perEuro(1).expiringAfter(30),
                    aRule("later").fixed(50).pendingFor(14).expiringAfter(400).cappedAt(120, Period.MONTH),
                    aRule("stamp").forEach(ActivityType.VISIT).in(STAMPS).fixed(1))
            .alone();

    @Test
    void doesNotKnowMembersThatWereNotEnrolledHere() {
        desk.enrol("m1", START);

        Set<MemberId> others = Set.of(member("m2"), member("m1 "), member("M1"), member("m"));
        assertThat(ports.storage().<Object>read(tx -> tx.members().read(id(), others)))
                .isEqualTo(Map.of());
        assertThat(ports.storage().<Object>transact(tx -> tx.members().lock(id(), others)))
                .isEqualTo(Map.of());
        assertThat(otherDesk.state("m1")).isNull();
        assertThat(ports.storage().<Object>transact(tx -> tx.members().lock(id(), Set.of())))
                .isEqualTo(Map.of());
    }

    @Test
    void tellsWhoHasMoved() {
        desk.enrol("m1", START);
        desk.enrol("m2", START);
        MemberState moved = desk.record(
                        "m2", PROGRAM, aPurchase("o1").of(euros(50)).on(day(1)))
                .decision()
                .after();

        assertThat(sequences(member("m1"), member("m2"), member("m3")))
                .isEqualTo(Map.of(member("m1"), 1L, member("m2"), moved.sequence()));
        assertThat(sequences()).isEmpty();
    }

    private Map<MemberId, Long> sequences(MemberId... members) {
        return ports.storage().read(tx -> tx.members().sequences(id(), Set.of(members)));
    }

    @Test
    void keepsMembersApartWhoseIdsDifferByASpace() {
        desk.enrol("m1", START);
        MemberState spaced = desk.enrol("m1 ", START);

        assertThat(desk.state("m1 ")).isEqualTo(spaced);
        assertThat(desk.state("m1").number()).isNotEqualTo(spaced.number());
    }

    @Test
    void returnsAStateAsItWasSaved() {
        MemberState enrolled = desk.enrol("ada", START);
        assertThat(desk.state("ada")).isEqualTo(enrolled);

        record(aVisit("v1").on(day(1)));
        record(aPurchase("o1").with(3, euros(100)).shippedFor(495).on(day(2)));
        record(aPurchase("o2").of(euros(40)).on(day(3)));
        record(aPurchase("o3").of(euros(7)).on(day(20)));
        record(aCustom("check-in", "c1").on(day(21)));
        desk.adjust("ada", "give", STAMPS, 3, day(22));
        desk.adjust("ada", "take", POINTS, -12, day(23));
        record(aRefundOf("o9").of(100).on(day(24)));
        Decision advanced = desk.advance("ada", day(40));

        MemberState state = desk.state("ada");
        assertThat(state).isEqualTo(advanced.after());
        assertThat(lock("ada")).isEqualTo(state);
        assertThat(state.wallet().lots().values()).allMatch(lot -> lot.open());
        assertThat(state.wallet().lastLot()).isGreaterThan(state.wallet().lots().size());
        assertThat(state.tally().used().caps()).isNotEmpty();
        assertThat(state.tally().waitingOrders()).containsExactly("o9");
    }

    @Test
    void returnsDebtAndPendingUnits() {
        desk.enrol("ada", START);
        record(aPurchase("o1").of(euros(100)).on(day(1)));
        desk.adjust("ada", "take", POINTS, -100, day(2));
        Consequences refunded = record(aRefundOf("o1").of(euros(100)).on(day(3)));

        assertThat(desk.state("ada")).isEqualTo(refunded.decision().after());
        assertThat(desk.state("ada").wallet().balance(POINTS).debt()).isEqualTo(100);

        Consequences repaid = record(aPurchase("o2").of(euros(130)).on(day(4)));
        assertThat(desk.state("ada")).isEqualTo(repaid.decision().after());
        assertThat(desk.state("ada").wallet().balance(POINTS).pending()).isEqualTo(50);
    }

    @Test
    void savesManyMembersAndSeveralEffectsOfOneAtOnce() {
        for (int i = 0; i < 40; i++) {
            desk.enrol("m" + i, START);
        }
        Set<MemberId> all =
                IntStream.range(0, 40).mapToObj(i -> member("m" + i)).collect(Collectors.toSet());

        var saved = ports.storage().transact(tx -> {
            var states = new TreeMap<>(tx.members().lock(id(), all));
            var effects = new ArrayList<Effect>();
            for (int round = 0; round < 3; round++) {
                for (MemberId member : all) {
                    Activity activity = aPurchase(member.value() + "-" + round)
                            .of(euros(5 + round))
                            .on(day(round * 31));
                    RequestKey key = RequestKey.activity(activity.key());
                    desk.claim(tx, key);
                    Consequences consequences = Desk.value(
                            Loyalty.record(PROGRAM, states.get(member), activity, Budgets.NONE, day(round * 31)));
                    effects.add(Desk.effect(
                            consequences.decision(),
                            key,
                            Effect.Kind.ACTIVITY,
                            consequences.activityNumber(),
                            day(62)));
                    states.put(member, consequences.decision().after());
                }
            }
            tx.members().save(id(), effects);
            return states;
        });

        assertThat(ports.storage().<Object>read(tx -> tx.members().read(id(), all)))
                .isEqualTo(saved);
        assertThat(ports.statements().list(id(), member("m7"), Optional.empty(), Long.MAX_VALUE, 100))
                .hasSize((int) saved.get(member("m7")).wallet().lastEntry());
        assertThat(ports.activityLog().list(id(), member("m7"), Long.MAX_VALUE, 100))
                .hasSize(3);
    }

    @Test
    void refusesAnEffectThatWasDecidedOnAnotherState() {
        MemberState stale = desk.enrol("ada", START);
        record(aPurchase("o1").of(euros(1)).on(day(1)));
        MemberState before = desk.state("ada");

        Decision decision = Desk.value(Loyalty.adjust(ProgramHistory.NONE, stale, POINTS, 5, Budgets.NONE, day(2)));
        assertThatThrownBy(() -> save(new Effect(decision, null, day(2))))
                .isInstanceOf(StorageException.Conflict.class);
        assertThat(desk.state("ada")).isEqualTo(before);
    }

    @Test
    void refusesEffectsThatDoNotContinueEachOther() {
        MemberState state = desk.enrol("ada", START);
        Effect first = new Effect(
                Desk.value(Loyalty.adjust(ProgramHistory.NONE, state, POINTS, 5, Budgets.NONE, day(2))), null, day(2));
        Effect second = new Effect(
                Desk.value(Loyalty.adjust(ProgramHistory.NONE, state, POINTS, 7, Budgets.NONE, day(2))), null, day(2));

        assertThatThrownBy(() -> save(first, second)).isInstanceOf(StorageException.Conflict.class);
        assertThat(desk.state("ada")).isEqualTo(state);
    }

    @Test
    void enrolsAMemberIdOnlyOnce() {
        MemberState first = desk.enrol("ada", START);
        Decision again = Loyalty.enrol(ProgramHistory.NONE, member("ada"), first.number() + 1, Profile.EMPTY, day(1));

        assertThatThrownBy(() -> save(new Effect(again, null, day(1)))).isInstanceOf(StorageException.Conflict.class);
        assertThat(desk.state("ada")).isEqualTo(first);
        assertThat(otherDesk.enrol("ada", START)).isNotNull();
    }

    @Test
    void takesAnOrderIdOnlyOnceForEachMember() {
        desk.enrol("ada", START);
        desk.enrol("bob", START);
        record(aPurchase("o1").of(euros(1)).on(day(1)));
        MemberState before = desk.state("ada");
        Activity sameOrder = withKey("another", aPurchase("o1").of(euros(2)).on(day(2)));

        assertThatThrownBy(() -> record(sameOrder)).isInstanceOf(StorageException.OrderExists.class);
        assertThat(desk.state("ada")).isEqualTo(before);
        assertThat(desk.record("bob", PROGRAM, sameOrder).activityNumber()).isEqualTo(1);
        record(aRefundOf("o1").as("r1").of(1).on(day(3)));
        record(aRefundOf("o1").as("r2").of(1).on(day(4)));
    }

    @Test
    void readsAroundALockAndLocksAfterIt() {
        MemberState before = desk.enrol("ada", START);

        CompletableFuture<MemberState> next = ports.storage().transact(tx -> {
            MemberState locked = desk.lock(tx, "ada");
            assertThat(meanwhile(() -> desk.state("ada")).join()).isEqualTo(before);
            CompletableFuture<MemberState> waiting = meanwhile(() -> lock("ada"));
            tx.members()
                    .save(
                            id(),
                            List.of(new Effect(
                                    Desk.value(Loyalty.adjust(
                                            ProgramHistory.NONE, locked, POINTS, 5, Budgets.NONE, day(1))),
                                    null,
                                    day(1))));
            return waiting;
        });

        assertThat(next.join().wallet().balance(POINTS).available()).isEqualTo(5);
    }

    private Consequences record(Activity activity) {
        return desk.record("ada", PROGRAM, activity);
    }

    private MemberState lock(String member) {
        return ports.storage().transact(tx -> desk.lock(tx, member));
    }

    private void save(Effect... effects) {
        ports.storage().transact(tx -> {
            tx.members().save(id(), List.of(effects));
            return null;
        });
    }

    private static Activity withKey(String externalId, Activity activity) {
        return new Activity(
                new ActivityKey("shop", externalId),
                activity.occurredAt(),
                activity.historical(),
                activity.place(),
                activity.attributes(),
                activity.detail());
    }
}
