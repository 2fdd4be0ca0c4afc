package dev.perennial.persistence.loyalty.raffle;

import static dev.perennial.persistence.jooq.Tables.BALANCE;
import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_BLOCK;
import static dev.perennial.persistence.jooq.Tables.RAFFLE_TICKET;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.perennial.application.storage.TicketSnapshot;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.RaffleBlockRecord;
import dev.perennial.persistence.jooq.tables.records.RaffleTicketRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;

/** Lists of tickets in the making, as rows. */
public final class JooqTicketSnapshot implements TicketSnapshot {

    private static final RowInsert ADD = RowInsert.into(RAFFLE_TICKET).orLock(RAFFLE_TICKET.MEMBER_NO);
    private static final RowInsert ADD_BLOCK = RowInsert.into(RAFFLE_BLOCK);

    private static final Field<Long> CAME = when(ENTRY.TO_ACCOUNT.eq(Account.AVAILABLE.name()), ENTRY.AMOUNT)
            .when(ENTRY.FROM_ACCOUNT.eq(Account.AVAILABLE.name()), ENTRY.AMOUNT.neg())
            .else_(0L);

    private final Session session;

    public JooqTicketSnapshot(Session session) {
        this.session = session;
    }

    @Override
    public Map<Integer, MemberId> candidates(TenantId tenant, UnitId unit, Instant at, int afterMember, int limit) {
        return session.dsl()
                .select(MEMBER.MEMBER_NO, MEMBER.MEMBER_ID)
                .from(MEMBER)
                .leftJoin(BALANCE)
                .on(BALANCE.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(BALANCE.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .and(BALANCE.UNIT.eq(unit.value()))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(MEMBER.MEMBER_NO.gt(afterMember))
                .and(BALANCE.MEMBER_NO.isNotNull().or(MEMBER.NEXT_DUE_AT.le(at)))
                .orderBy(MEMBER.MEMBER_NO)
                .limit(limit)
                .fetchMap(row -> row.value1(), row -> new MemberId(Text.of(row.value2())));
    }

    @Override
    public Map<Integer, Held> held(TenantId tenant, UnitId unit, Collection<Integer> members, Instant at) {
        Field<BigDecimal> tickets = sum(CAME);
        Map<Integer, Held> held = new HashMap<>();
        session.dsl()
                .select(ENTRY.MEMBER_NO, tickets, max(ENTRY.ENTRY_NO))
                .from(ENTRY)
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.MEMBER_NO.in(members))
                .and(ENTRY.UNIT.eq(unit.value()))
                .and(ENTRY.EFFECTIVE_AT.le(at))
                .groupBy(ENTRY.MEMBER_NO)
                .having(tickets.gt(BigDecimal.ZERO))
                .forEach(row -> held.put(row.value1(), new Held(row.value2().longValueExact(), row.value3())));
        return held;
    }

    @Override
    public void add(TenantId tenant, int raffle, List<Line> lines) {
        session.insert(
                ADD,
                lines.stream()
                        .map(line -> new RaffleTicketRecord(
                                tenant.value(),
                                raffle,
                                line.member(),
                                line.pseudonym().bytes(),
                                line.tickets(),
                                line.frozenAt(),
                                null,
                                null))
                        .toList());
    }

    @Override
    public List<Line> unnumbered(TenantId tenant, int raffle, int limit) {
        return session.dsl()
                .selectFrom(RAFFLE_TICKET)
                .where(RAFFLE_TICKET.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_TICKET.RAFFLE_NO.eq(raffle))
                .and(RAFFLE_TICKET.FIRST_TICKET.isNull())
                .orderBy(RAFFLE_TICKET.PSEUDONYM)
                .limit(limit)
                .fetch(row ->
                        new Line(row.getMemberNo(), Hash.of(row.getPseudonym()), row.getTickets(), row.getEntryNo()));
    }

    @Override
    public void number(TenantId tenant, int raffle, int block, Hash root, List<TicketRange> ranges) {
        session.insert(
                ADD_BLOCK,
                List.of(new RaffleBlockRecord(
                        tenant.value(), raffle, block, ranges.getFirst().first(), root.bytes())));
        // RATIONALE: found by NULL and pseudonym along the index; by pseudonym alone there is none.
        var update = session.dsl()
                .update(RAFFLE_TICKET)
                .set(RAFFLE_TICKET.BLOCK_NO, block)
                .set(RAFFLE_TICKET.FIRST_TICKET, (Long) null)
                .where(RAFFLE_TICKET.TENANT_ID.eq(tenant.value()))
                .and(RAFFLE_TICKET.RAFFLE_NO.eq(raffle))
                .and(RAFFLE_TICKET.FIRST_TICKET.isNull())
                .and(RAFFLE_TICKET.PSEUDONYM.eq((byte[]) null));
        session.dsl()
                .batch(update)
                .bind(ranges.stream()
                        .map(range -> new Object[] {
                            block,
                            range.first(),
                            tenant.value(),
                            raffle,
                            range.pseudonym().bytes()
                        })
                        .toArray(Object[][]::new))
                .execute();
    }
}
