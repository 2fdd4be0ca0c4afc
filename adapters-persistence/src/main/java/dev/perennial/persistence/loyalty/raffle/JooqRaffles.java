package dev.perennial.persistence.loyalty.raffle;

import static dev.perennial.persistence.jooq.Tables.RAFFLE;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_PLACE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Raffles;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.RafflePlaceRecord;
import dev.perennial.persistence.jooq.tables.records.RaffleRecord;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.ReplyRow;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Sealing;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SqlErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Record;

/**
 * Raffles as rows. Their secrets are sealed under the master key, so that a copy of the database does not tell who will
 * win.
 */
public final class JooqRaffles implements Raffles {

    private static final RowInsert ADD = RowInsert.into(RAFFLE);
    private static final RowInsert ADD_PLACES = RowInsert.into(RAFFLE_PLACE);

    private final Session session;
    private final RequestKeys keys;
    private final MasterKey master;

    public JooqRaffles(Session session, RequestKeys keys, MasterKey master) {
        this.session = session;
        this.keys = keys;
        this.master = master;
    }

    @Override
    public void announce(TenantId tenant, Collection<String> raffles, Instant now) {
        TreeSet<String> unknown = new TreeSet<>(raffles);
        unknown.removeAll(session.dsl()
                .select(RAFFLE.RAFFLE_ID)
                .from(RAFFLE)
                .where(RAFFLE.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE.RAFFLE_ID.in(raffles))
                .fetchSet(RAFFLE.RAFFLE_ID));
        if (unknown.isEmpty()) {
            return;
        }
        int number = session.dsl()
                .select(coalesce(max(RAFFLE.RAFFLE_NO), inline(0)))
                .from(RAFFLE)
                .where(RAFFLE.TENANT_ID.eq(tenant.value()))
                .fetchSingle()
                .value1();
        List<RaffleRecord> rows = new ArrayList<>();
        for (String raffle : unknown) {
            rows.add(row(tenant, ++number, raffle, now));
        }
        try {
            session.insert(ADD, rows);
        } catch (StorageException failure) {
            throw SqlErrors.isDuplicate(failure) ? new StorageException.Conflict(failure) : failure;
        }
    }

    private RaffleRecord row(TenantId tenant, int number, String raffle, Instant now) {
        byte[] seed = Sealing.newKey();
        RaffleRecord row = new RaffleRecord();
        row.setTenantId(tenant.value());
        row.setRaffleNo(number);
        row.setRaffleId(raffle);
        row.setCommitment(Hash.sha256(seed).bytes());
        row.setSeed(master.seal(seed, place(tenant, raffle, "seed")));
        row.setSalt(master.seal(Sealing.newKey(), place(tenant, raffle, "salt")));
        row.setAnnouncedAt(now);
        row.setMembersRead(0);
        row.setLastReadNo(0);
        row.setAllRead(false);
        row.setMembers(0);
        row.setTickets(0L);
        return row;
    }

    @Override
    public Optional<Raffle> find(TenantId tenant, String raffle) {
        return session.dsl().selectFrom(RAFFLE).where(is(tenant, raffle)).fetchOptional(row -> raffle(tenant, row));
    }

    @Override
    public Optional<Raffle> lock(TenantId tenant, String raffle) {
        return session.dsl()
                .selectFrom(RAFFLE)
                .where(is(tenant, raffle))
                .forUpdate()
                .fetchOptional(row -> raffle(tenant, row));
    }

    private Raffle raffle(TenantId tenant, Record row) {
        String id = row.get(RAFFLE.RAFFLE_ID);
        return RaffleRows.raffle(row, () -> Hash.of(master.open(row.get(RAFFLE.SEED), place(tenant, id, "seed"))));
    }

    @Override
    public Secrets secrets(TenantId tenant, String raffle) {
        return session.dsl()
                .select(RAFFLE.SEED, RAFFLE.SALT)
                .from(RAFFLE)
                .where(is(tenant, raffle))
                .fetchSingle(row -> new Secrets(
                        new Secret(master.open(row.value1(), place(tenant, raffle, "seed"))),
                        new Secret(master.open(row.value2(), place(tenant, raffle, "salt")))));
    }

    @Override
    public void save(TenantId tenant, Raffle.Closing raffle) {
        RaffleDocument terms = raffle.terms();
        session.dsl()
                .update(RAFFLE)
                .set(RAFFLE.NAME, terms.name())
                .set(RAFFLE.TICKET_UNIT, terms.ticket())
                .set(RAFFLE.CLOSES_AT, terms.closesAt())
                .set(RAFFLE.WINNERS, terms.winners())
                .set(RAFFLE.BEACON_WORDS, terms.beacon())
                .set(RAFFLE.MEMBERS_READ, raffle.membersRead())
                .set(RAFFLE.LAST_READ_NO, raffle.lastRead())
                .set(RAFFLE.ALL_READ, raffle.allRead())
                .set(RAFFLE.MEMBERS, raffle.members())
                .set(RAFFLE.TICKETS, raffle.tickets())
                .where(is(tenant, raffle.commitment().id()))
                .execute();
    }

    @Override
    public void close(TenantId tenant, Raffle.Closed raffle, RequestKey key, Payload reply) {
        session.dsl()
                .update(RAFFLE)
                .set(RAFFLE.ROOT, raffle.root().bytes())
                .set(RAFFLE.CLOSED_AT, raffle.closedAt())
                .set(RAFFLE.CLOSE_REPLY, reply.bytes())
                .where(is(tenant, raffle.commitment().id()))
                .execute();
        point(tenant, raffle, key, ReplyRow.RAFFLE_CLOSE);
    }

    @Override
    public void draw(TenantId tenant, Raffle.Drawn raffle, List<Place> places, RequestKey key, Payload reply) {
        session.dsl()
                .update(RAFFLE)
                .set(RAFFLE.BEACON, raffle.beacon())
                .set(RAFFLE.DRAWN_AT, raffle.drawnAt())
                .set(RAFFLE.DRAW_REPLY, reply.bytes())
                .where(is(tenant, raffle.commitment().id()))
                .execute();
        int number = raffle.commitment().number();
        session.insert(
                ADD_PLACES,
                places.stream()
                        .map(place -> new RafflePlaceRecord(
                                tenant.value(),
                                number,
                                place.number(),
                                place.ticket(),
                                place.holder().memberNumber()))
                        .toList());
        point(tenant, raffle, key, ReplyRow.RAFFLE_DRAW);
    }

    private void point(TenantId tenant, Raffle raffle, RequestKey key, ReplyRow row) {
        keys.point(
                tenant,
                List.of(new RequestKeys.Pointer(key, row, 0, raffle.commitment().number())));
    }

    private static Condition is(TenantId tenant, String raffle) {
        return RAFFLE.TENANT_ID.eq(tenant.value()).and(RAFFLE.RAFFLE_ID.eq(raffle));
    }

    private static String place(TenantId tenant, String raffle, String what) {
        return "raffle/" + tenant.value() + "/" + raffle + "/" + what;
    }
}
