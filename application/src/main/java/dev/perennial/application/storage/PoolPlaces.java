package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.Roster;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in which pool: one place for each member, the last that it had. Whoever writes has locked the member and the
 * pool's holder, so nothing here is locked.
 */
public interface PoolPlaces {

    /** The places of a pool that are taken, by the members' numbers; an empty roster for an unknown pool. */
    Roster roster(TenantId tenant, String pool);

    /** The member's last place in any pool; empty when it never had one. */
    Optional<Place> last(TenantId tenant, MemberId member);

    /** The places that the members have taken, by their numbers; those who have none are left out. */
    Map<Integer, Place> taken(TenantId tenant, Collection<Integer> members);

    /** Keeps places instead of those that their members had. */
    void save(TenantId tenant, List<Place> places);
}
