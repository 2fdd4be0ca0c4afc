package dev.perennial.domain.loyalty.pool;

import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.PoolDocument.Spending;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ann owns a pool of three places, Bob is an adult in it and Cem a child; Dia is invited only in some tests. */
class RosterTest {

    private static final PoolDocument TERMS = new PoolDocument(List.of("points"), 4, Spending.ADULTS, 10);
    private static final Place ANN = place("ann", 1, PoolRole.OWNER, PlaceState.JOINED);
    private static final Place BOB = place("bob", 2, PoolRole.ADULT, PlaceState.JOINED);
    private static final Place CEM = place("cem", 3, PoolRole.CHILD, PlaceState.JOINED);
    private static final Place DIA = place("dia", 4, PoolRole.ADULT, PlaceState.INVITED);

    private final Roster three = new Roster("owls", List.of(ANN, BOB, CEM));
    private final Roster full = new Roster("owls", List.of(ANN, BOB, CEM, DIA));

    @ParameterizedTest
    @CsvSource({
        "EVERYONE, ann, true", "EVERYONE, bob, true", "EVERYONE, cem, true",
        "ADULTS, ann, true", "ADULTS, bob, true", "ADULTS, cem, false",
        "OWNER, ann, true", "OWNER, bob, false", "OWNER, cem, false"
    })
    void whoMayTakeIsTheProgramsWord(Spending spending, String member, boolean may) {
        PoolDocument terms = new PoolDocument(List.of("points"), 4, spending, 10);

        assertThat(full.taking(terms, new MemberId(member)) instanceof Result.Ok<Place>)
                .isEqualTo(may);
        assertThat(refused(full.taking(terms, id(DIA)))).as("invited only").isEqualTo(Reason.POOL_NOT_FOUND);
    }

    @Test
    void anInvitationTakesUpAPlace() {
        assertThat(three.invite(TERMS, id(BOB), DIA.member(), PoolRole.ADULT, Optional.empty(), day(0)))
                .isEqualTo(Result.ok(DIA));
        Party eve = new Party(new MemberId("eve"), 5);
        assertThat(refused(full.invite(TERMS, id(BOB), eve, PoolRole.ADULT, Optional.empty(), day(0))))
                .isEqualTo(Reason.POOL_FULL);
        assertThat(refused(three.invite(TERMS, id(CEM), eve, PoolRole.CHILD, Optional.empty(), day(0))))
                .isEqualTo(Reason.POOL_ROLE);
        assertThat(refused(full.invite(TERMS, id(DIA), eve, PoolRole.CHILD, Optional.empty(), day(0))))
                .isEqualTo(Reason.POOL_NOT_FOUND);
    }

    @Test
    void whoHasLeftIsFreeWhenTheTimeIsOverAndWhoHasDeclinedAtOnce() {
        Place left = DIA.become(PlaceState.LEFT, day(5));
        assertThat(refused(Roster.found(TERMS, "crows", DIA.member(), Optional.of(left), day(14))))
                .isEqualTo(Reason.POOL_PLACE);
        assertThat(Roster.found(TERMS, "crows", DIA.member(), Optional.of(left), day(15)))
                .isInstanceOf(Result.Ok.class);
        Place declined = DIA.become(PlaceState.DECLINED, day(5));
        assertThat(Roster.found(TERMS, "crows", DIA.member(), Optional.of(declined), day(5)))
                .isInstanceOf(Result.Ok.class);
        assertThat(refused(Roster.found(TERMS, "crows", DIA.member(), Optional.of(DIA), day(5))))
                .isEqualTo(Reason.POOL_PLACE);
    }

    @Test
    void whoIsInvitedJoinsOnceOrDeclines() {
        assertThat(full.join(id(DIA), day(1))).isEqualTo(Result.ok(DIA.become(PlaceState.JOINED, day(1))));
        assertThat(refused(full.join(id(BOB), day(1)))).isEqualTo(Reason.POOL_PLACE);
        assertThat(refused(three.join(id(DIA), day(1)))).isEqualTo(Reason.POOL_NOT_FOUND);
        assertThat(full.leave(id(DIA), id(DIA), true, day(1)))
                .isEqualTo(Result.ok(DIA.become(PlaceState.DECLINED, day(1))));
    }

    @Test
    void theOwnerPutsOutAnybodyAndLeavesLast() {
        assertThat(full.leave(id(ANN), id(BOB), true, day(1)))
                .isEqualTo(Result.ok(BOB.become(PlaceState.LEFT, day(1))));
        assertThat(refused(full.leave(id(BOB), id(CEM), false, day(1)))).isEqualTo(Reason.POOL_ROLE);
        assertThat(refused(full.leave(id(ANN), id(ANN), false, day(1)))).isEqualTo(Reason.POOL_IN_USE);
        Roster alone = new Roster("owls", List.of(ANN));
        assertThat(refused(alone.leave(id(ANN), id(ANN), true, day(1)))).isEqualTo(Reason.POOL_IN_USE);
        assertThat(alone.leave(id(ANN), id(ANN), false, day(1))).isInstanceOf(Result.Ok.class);
    }

    @Test
    void thereIsAlwaysOneOwner() {
        assertThat(full.change(id(ANN), id(BOB), PoolRole.OWNER))
                .isEqualTo(Result.ok(List.of(BOB.as(PoolRole.OWNER), ANN.as(PoolRole.ADULT))));
        assertThat(full.change(id(ANN), id(CEM), PoolRole.ADULT)).isEqualTo(Result.ok(List.of(CEM.as(PoolRole.ADULT))));
        assertThat(refused(full.change(id(ANN), id(ANN), PoolRole.ADULT))).isEqualTo(Reason.POOL_ROLE);
        assertThat(refused(full.change(id(BOB), id(CEM), PoolRole.ADULT))).isEqualTo(Reason.POOL_ROLE);
        assertThat(refused(full.change(id(ANN), id(DIA), PoolRole.OWNER))).isEqualTo(Reason.POOL_NOT_FOUND);
    }

    private static Place place(String member, int number, PoolRole role, PlaceState state) {
        return new Place("owls", new Party(new MemberId(member), number), role, state, day(0));
    }

    private static MemberId id(Place place) {
        return place.member().id();
    }

    private static Reason refused(Result<?> result) {
        return ((Result.Refused<?>) result).refusal().reason();
    }
}
