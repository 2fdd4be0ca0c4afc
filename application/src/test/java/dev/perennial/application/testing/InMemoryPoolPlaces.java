package dev.perennial.application.testing;

import dev.perennial.application.storage.PoolPlaces;
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.Roster;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Places in a map. */
final class InMemoryPoolPlaces implements PoolPlaces {

    private final Tables tables;
    private final boolean writable;

    InMemoryPoolPlaces(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Roster roster(TenantId tenant, String pool) {
        return new Roster(
                pool,
                tables.places().entrySet().stream()
                        .filter(each -> each.getKey().tenant().equals(tenant))
                        .map(each -> each.getValue())
                        .filter(place ->
                                place.pool().equals(pool) && place.state().isTaken())
                        .sorted(Comparator.comparingInt(place -> place.member().number()))
                        .toList());
    }

    @Override
    public Optional<Place> last(TenantId tenant, MemberId member) {
        return Optional.ofNullable(tables.places().get(new MemberRef(tenant, member)));
    }

    @Override
    public Map<Integer, Place> taken(TenantId tenant, Collection<Integer> members) {
        return tables.places().entrySet().stream()
                .filter(each -> each.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .filter(place -> place.state().isTaken()
                        && members.contains(place.member().number()))
                .collect(Collectors.toMap(place -> place.member().number(), place -> place));
    }

    @Override
    public void save(TenantId tenant, List<Place> places) {
        InMemoryRequests.requireWritable(writable);
        places.forEach(place ->
                tables.places().put(new MemberRef(tenant, place.member().id()), place));
    }
}
