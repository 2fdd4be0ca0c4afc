package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.PlaceState;
import dev.perennial.domain.loyalty.pool.PoolRole;
import dev.perennial.domain.loyalty.pool.Roster;
import dev.perennial.domain.loyalty.transfer.Party;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PoolPlaces} promises. */
public abstract class PoolPlacesContract extends PortContract {

    private Place ada;
    private Place ben;

    @BeforeEach
    void enrol() {
        ada = place("ada", "café ☕", PoolRole.OWNER, PlaceState.JOINED, day(1));
        ben = place("ben", "café ☕", PoolRole.CHILD, PlaceState.INVITED, day(2));
        save(ada, ben);
    }

    @Test
    void aRosterHasThePlacesThatAreTakenByTheMembersNumbers() {
        assertThat(roster("café ☕")).isEqualTo(new Roster("café ☕", List.of(ada, ben)));
        assertThat(roster("CAFÉ ☕").places()).isEmpty();
        Roster others = ports.storage().read(tx -> tx.pools().roster(otherTenant.id(), "café ☕"));
        assertThat(others.places()).isEmpty();
    }

    @Test
    void aMemberHasOnePlaceTheLastOne() {
        Place left = new Place("café ☕", ben.member(), PoolRole.CHILD, PlaceState.LEFT, day(3));
        save(left);

        assertThat(roster("café ☕").places()).containsExactly(ada);
        assertThat(last("ben")).contains(left);

        Place elsewhere = new Place("owls", ben.member(), PoolRole.ADULT, PlaceState.INVITED, day(4));
        save(elsewhere);
        assertThat(last("ben")).contains(elsewhere);
        assertThat(roster("owls").places()).containsExactly(elsewhere);
    }

    @Test
    void whoWasNeverInAnyHasNoPlace() {
        desk.enrol("cem", START);

        assertThat(last("cem")).isEmpty();
        assertThat(last("nobody")).isEmpty();
    }

    @Test
    void placesThatAreTakenAreFoundByTheMembersNumbers() {
        int cem = desk.enrol("cem", START).number();
        save(new Place("café ☕", ben.member(), PoolRole.CHILD, PlaceState.LEFT, day(3)));
        assertThat(taken(List.of(ada.member().number(), ben.member().number(), cem)))
                .isEqualTo(Map.of(ada.member().number(), ada));
        assertThat(taken(List.of())).isEmpty();
    }

    private Map<Integer, Place> taken(List<Integer> members) {
        return ports.storage().read(tx -> tx.pools().taken(id(), members));
    }

    private Place place(String member, String pool, PoolRole role, PlaceState state, Instant since) {
        int number = desk.enrol(member, START).number();
        return new Place(pool, new Party(member(member), number), role, state, since);
    }

    private void save(Place... places) {
        ports.storage().transact(tx -> {
            tx.pools().save(id(), List.of(places));
            return true;
        });
    }

    private Roster roster(String pool) {
        return ports.storage().read(tx -> tx.pools().roster(id(), pool));
    }

    private Optional<Place> last(String member) {
        return ports.storage().read(tx -> tx.pools().last(id(), member(member)));
    }
}
