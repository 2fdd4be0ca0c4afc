package dev.perennial.persistence.storage;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.POOL_PLACE;

import dev.perennial.application.storage.PoolPlaces;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.pool.PlaceState;
import dev.perennial.domain.loyalty.pool.PoolRole;
import dev.perennial.domain.loyalty.pool.Roster;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.PoolPlaceRecord;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Places as rows. */
final class JooqPoolPlaces implements PoolPlaces {

    private static final RowInsert SAVE =
            RowInsert.into(POOL_PLACE).orUpdateAllBut(POOL_PLACE.TENANT_ID, POOL_PLACE.MEMBER_NO);

    private final Session session;

    JooqPoolPlaces(Session session) {
        this.session = session;
    }

    @Override
    public Roster roster(TenantId tenant, String pool) {
        return new Roster(
                pool,
                select(tenant, POOL_PLACE.POOL.eq(Text.bytes(pool)))
                        .and(POOL_PLACE.STATE.in(PlaceState.INVITED.name(), PlaceState.JOINED.name()))
                        .orderBy(POOL_PLACE.MEMBER_NO)
                        .fetch(JooqPoolPlaces::place));
    }

    @Override
    public Optional<Place> last(TenantId tenant, MemberId member) {
        return select(tenant, Named.is(tenant, member)).fetchOptional(JooqPoolPlaces::place);
    }

    @Override
    public Map<Integer, Place> taken(TenantId tenant, Collection<Integer> members) {
        return select(tenant, POOL_PLACE.MEMBER_NO.in(members))
                .and(POOL_PLACE.STATE.in(PlaceState.INVITED.name(), PlaceState.JOINED.name()))
                .fetchMap(row -> row.get(POOL_PLACE.MEMBER_NO), JooqPoolPlaces::place);
    }

    private SelectConditionStep<Record> select(TenantId tenant, Condition which) {
        return session.dsl()
                .select(POOL_PLACE.fields())
                .select(MEMBER.MEMBER_ID)
                .from(POOL_PLACE)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(POOL_PLACE.TENANT_ID), MEMBER.MEMBER_NO.eq(POOL_PLACE.MEMBER_NO))
                .where(POOL_PLACE.TENANT_ID.eq(tenant.value()))
                .and(which);
    }

    @Override
    public void save(TenantId tenant, List<Place> places) {
        session.insert(
                SAVE,
                places.stream()
                        .map(place -> new PoolPlaceRecord(
                                tenant.value(),
                                place.member().number(),
                                Text.bytes(place.pool()),
                                place.role().name(),
                                place.state().name(),
                                place.since()))
                        .toList());
    }

    private static Place place(Record row) {
        return new Place(
                Text.of(row.get(POOL_PLACE.POOL)),
                new Party(new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))), row.get(POOL_PLACE.MEMBER_NO)),
                PoolRole.valueOf(row.get(POOL_PLACE.ROLE)),
                PlaceState.valueOf(row.get(POOL_PLACE.STATE)),
                row.get(POOL_PLACE.SINCE_AT));
    }
}
