package dev.perennial.persistence.loyalty.raffle;

import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_BLOCK;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_PLACE;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_TICKET;

import dev.perennial.application.storage.PublishedTickets;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.ledger.EntryRows;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;

/** Complete lists of tickets, from rows. */
public final class JooqPublishedTickets implements PublishedTickets {

    /** How many members one statement names at most. */
    private static final int MEMBERS_AT_ONCE = 1_000;

    private final Session session;

    public JooqPublishedTickets(Session session) {
        this.session = session;
    }

    @Override
    public List<Hash> blocks(TenantId tenant, int raffle) {
        return session.dsl()
                .select(RAFFLE_BLOCK.ROOT)
                .from(RAFFLE_BLOCK)
                .where(RAFFLE_BLOCK.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_BLOCK.RAFFLE_NO.eq(raffle))
                .orderBy(RAFFLE_BLOCK.BLOCK_NO)
                .fetch(row -> Hash.of(row.value1()));
    }

    @Override
    public List<Holder> list(TenantId tenant, int raffle, long fromTicket, int limit) {
        return lines(tenant, raffle, RAFFLE_TICKET.FIRST_TICKET.ge(fromTicket))
                .orderBy(RAFFLE_TICKET.FIRST_TICKET)
                .limit(limit)
                .fetch(JooqPublishedTickets::holder);
    }

    @Override
    public Holder holderOf(TenantId tenant, int raffle, long ticket) {
        return lines(tenant, raffle, RAFFLE_TICKET.FIRST_TICKET.le(ticket))
                .orderBy(RAFFLE_TICKET.FIRST_TICKET.desc())
                .limit(1)
                .fetchSingle(JooqPublishedTickets::holder);
    }

    @Override
    public Optional<Position> find(TenantId tenant, int raffle, MemberId member) {
        Condition line = RAFFLE_TICKET.FIRST_TICKET.isNotNull().and(MEMBER.MEMBER_ID.eq(Text.bytes(member.value())));
        return lines(tenant, raffle, line)
                .fetchOptional(row ->
                        new Position(holder(row), row.get(RAFFLE_TICKET.BLOCK_NO), blockFirst(tenant, raffle, row)));
    }

    private long blockFirst(TenantId tenant, int raffle, Record line) {
        return session.dsl()
                .select(RAFFLE_BLOCK.FIRST_TICKET)
                .from(RAFFLE_BLOCK)
                .where(RAFFLE_BLOCK.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_BLOCK.RAFFLE_NO.eq(raffle))
                .and(RAFFLE_BLOCK.BLOCK_NO.eq(line.get(RAFFLE_TICKET.BLOCK_NO)))
                .fetchSingle()
                .value1();
    }

    private SelectConditionStep<Record> lines(TenantId tenant, int raffle, Condition which) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(RAFFLE_TICKET.fields()));
        columns.add(MEMBER.MEMBER_ID);
        return session.dsl()
                .select(columns)
                .from(RAFFLE_TICKET)
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(RAFFLE_TICKET.TENANT_ID))
                .and(MEMBER.MEMBER_NO.eq(RAFFLE_TICKET.MEMBER_NO))
                .where(RAFFLE_TICKET.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_TICKET.RAFFLE_NO.eq(raffle))
                .and(which);
    }

    private static Holder holder(Record row) {
        return new Holder(
                new MemberId(Text.of(row.get(MEMBER.MEMBER_ID))),
                row.get(RAFFLE_TICKET.MEMBER_NO),
                row.get(RAFFLE_TICKET.ENTRY_NO),
                new TicketRange(
                        Hash.of(row.get(RAFFLE_TICKET.PSEUDONYM)),
                        row.get(RAFFLE_TICKET.FIRST_TICKET),
                        row.get(RAFFLE_TICKET.TICKETS)));
    }

    @Override
    public List<Place> places(TenantId tenant, int raffle) {
        List<SelectField<?>> columns = new ArrayList<>(List.of(RAFFLE_TICKET.fields()));
        columns.addAll(List.of(MEMBER.MEMBER_ID, RAFFLE_PLACE.PLACE, RAFFLE_PLACE.TICKET));
        return session.dsl()
                .select(columns)
                .from(RAFFLE_PLACE)
                .join(RAFFLE_TICKET)
                .on(RAFFLE_TICKET.TENANT_ID.eq(RAFFLE_PLACE.TENANT_ID))
                .and(RAFFLE_TICKET.RAFFLE_NO.eq(RAFFLE_PLACE.RAFFLE_NO))
                .and(RAFFLE_TICKET.MEMBER_NO.eq(RAFFLE_PLACE.MEMBER_NO))
                .join(MEMBER)
                .on(MEMBER.TENANT_ID.eq(RAFFLE_PLACE.TENANT_ID))
                .and(MEMBER.MEMBER_NO.eq(RAFFLE_PLACE.MEMBER_NO))
                .where(RAFFLE_PLACE.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_PLACE.RAFFLE_NO.eq(raffle))
                .orderBy(RAFFLE_PLACE.PLACE)
                .fetch(row -> new Place(row.get(RAFFLE_PLACE.PLACE), row.get(RAFFLE_PLACE.TICKET), holder(row)));
    }

    @Override
    public Map<Integer, List<Entry>> clawedBack(TenantId tenant, int raffle, UnitId unit, Collection<Integer> members) {
        Map<Integer, List<Entry>> found = new TreeMap<>();
        List<Integer> all = List.copyOf(members);
        for (int from = 0; from < all.size(); from += MEMBERS_AT_ONCE) {
            List<Integer> some = all.subList(from, Math.min(from + MEMBERS_AT_ONCE, all.size()));
            session.dsl()
                    .select(ENTRY.fields())
                    .from(ENTRY)
                    .where(ENTRY.TENANT_ID.eq(tenant.value()))
                    .and(ENTRY.MEMBER_NO.in(concerned(tenant, raffle, unit, some)))
                    .and(ENTRY.UNIT.eq(unit.value()))
                    .orderBy(ENTRY.MEMBER_NO, ENTRY.ENTRY_NO)
                    .forEach(row -> found.computeIfAbsent(row.get(ENTRY.MEMBER_NO), member -> new ArrayList<>())
                            .add(EntryRows.entry(row)));
        }
        return found;
    }

    /** Those from whom something of the unit was clawed back after their line was frozen: seldom anybody. */
    private List<Integer> concerned(TenantId tenant, int raffle, UnitId unit, List<Integer> members) {
        return session.dsl()
                .selectDistinct(RAFFLE_TICKET.MEMBER_NO)
                .from(RAFFLE_TICKET)
                .join(ENTRY)
                .on(ENTRY.TENANT_ID.eq(RAFFLE_TICKET.TENANT_ID))
                .and(ENTRY.MEMBER_NO.eq(RAFFLE_TICKET.MEMBER_NO))
                .and(ENTRY.ENTRY_NO.gt(RAFFLE_TICKET.ENTRY_NO))
                .where(RAFFLE_TICKET.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_TICKET.RAFFLE_NO.eq(raffle))
                .and(RAFFLE_TICKET.MEMBER_NO.in(members))
                .and(ENTRY.UNIT.eq(unit.value()))
                .and(ENTRY.KIND.eq(EntryKind.CLAWBACK.name()))
                .fetch(RAFFLE_TICKET.MEMBER_NO);
    }
}
