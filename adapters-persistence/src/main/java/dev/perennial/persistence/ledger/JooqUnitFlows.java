package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.ENTRY_DAY;
import static dev.perennial.persistence.jooq.Tables.ENTRY_SUMMED;
import static dev.perennial.persistence.jooq.Tables.LOT;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;

import dev.perennial.application.ledger.flow.Day;
import dev.perennial.application.ledger.flow.Days;
import dev.perennial.application.ledger.flow.UnitFlow;
import dev.perennial.application.ledger.flow.UnitFlows;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Sums of entries, some of which are kept. */
public final class JooqUnitFlows implements UnitFlows {

    private static final Instant NEVER = Instant.EPOCH;

    /** When a fact moves a lot on or brings it back, its entry names the fact's rule or none, and not the lot's. */
    private static final Condition MOVES_ANOTHERS_LOT = ENTRY.CAUSE_TRIGGER
            .eq(inline(Cause.Trigger.ACTIVITY.name()))
            .and(ENTRY.KIND.in(
                    inline(EntryKind.ACTIVATE.name()),
                    inline(EntryKind.REVERSE_EXPIRY.name()),
                    inline(EntryKind.REVERSE_CANCEL.name())));

    private static final Field<String> RULE = coalesce(LOT.RULE, ENTRY.RULE, inline(""));
    private static final Field<Integer> VERSION = coalesce(LOT.PROGRAM_VERSION, ENTRY.PROGRAM_VERSION);
    private static final Field<BigDecimal> AMOUNT = DSL.sum(ENTRY.AMOUNT);
    private static final Field<BigDecimal> KEPT_AMOUNT = DSL.sum(ENTRY_DAY.AMOUNT);
    private static final List<Field<?>> KIND =
            List.of(ENTRY.UNIT, RULE, VERSION, ENTRY.KIND, ENTRY.FROM_ACCOUNT, ENTRY.TO_ACCOUNT);

    private final Database database;

    public JooqUnitFlows(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> firstUnsummed(TenantId tenant) {
        return database.snapshot(session -> {
            Instant upTo = summedUpTo(session, tenant);
            @Nullable
            Instant first = session.dsl()
                    .select(min(ENTRY.RECORDED_AT))
                    .from(ENTRY)
                    .where(ENTRY.TENANT_ID.eq(tenant.value()))
                    .and(ENTRY.RECORDED_AT.ge(upTo))
                    .fetchSingle()
                    .value1();
            return Optional.ofNullable(first);
        });
    }

    @Override
    public void sum(TenantId tenant, Day day) {
        database.transact(session -> {
            if (lock(session, tenant).isAfter(day.start())) {
                return false;
            }
            session.dsl()
                    .insertInto(ENTRY_DAY)
                    .columns(
                            ENTRY_DAY.UNIT,
                            ENTRY_DAY.RULE,
                            ENTRY_DAY.PROGRAM_VERSION,
                            ENTRY_DAY.KIND,
                            ENTRY_DAY.FROM_ACCOUNT,
                            ENTRY_DAY.TO_ACCOUNT,
                            ENTRY_DAY.AMOUNT,
                            ENTRY_DAY.TENANT_ID,
                            ENTRY_DAY.DAY_ON,
                            ENTRY_DAY.STARTS_AT,
                            ENTRY_DAY.ENDS_AT)
                    .select(session.dsl()
                            .select(
                                    ENTRY.UNIT,
                                    RULE,
                                    VERSION,
                                    ENTRY.KIND,
                                    ENTRY.FROM_ACCOUNT,
                                    ENTRY.TO_ACCOUNT,
                                    AMOUNT.coerce(ENTRY_DAY.AMOUNT),
                                    val(tenant.value()),
                                    val(day.on()),
                                    val(day.start(), ENTRY_DAY.STARTS_AT),
                                    val(day.end(), ENTRY_DAY.ENDS_AT))
                            .from(entriesWithLots())
                            .where(ENTRY.TENANT_ID.eq(tenant.value()))
                            .and(ENTRY.RECORDED_AT.ge(day.start()))
                            .and(ENTRY.RECORDED_AT.lt(day.end()))
                            .groupBy(KIND))
                    .execute();
            session.dsl()
                    .update(ENTRY_SUMMED)
                    .set(ENTRY_SUMMED.UP_TO_AT, day.end())
                    .where(ENTRY_SUMMED.TENANT_ID.eq(tenant.value()))
                    .execute();
            return true;
        });
    }

    /** The row to lock is created first. */
    private static Instant lock(Session session, TenantId tenant) {
        session.dsl()
                .insertInto(ENTRY_SUMMED)
                .set(ENTRY_SUMMED.TENANT_ID, tenant.value())
                .set(ENTRY_SUMMED.UP_TO_AT, NEVER)
                .onDuplicateKeyUpdate()
                .set(ENTRY_SUMMED.UP_TO_AT, ENTRY_SUMMED.UP_TO_AT)
                .execute();
        return summedUpTo(session, tenant);
    }

    private static Instant summedUpTo(Session session, TenantId tenant) {
        return session.dsl()
                .select(ENTRY_SUMMED.UP_TO_AT)
                .from(ENTRY_SUMMED)
                .where(ENTRY_SUMMED.TENANT_ID.eq(tenant.value()))
                .fetchOptional(ENTRY_SUMMED.UP_TO_AT)
                .orElse(NEVER);
    }

    private static Table<?> entriesWithLots() {
        return ENTRY.leftJoin(LOT)
                .on(LOT.TENANT_ID.eq(ENTRY.TENANT_ID))
                .and(LOT.MEMBER_NO.eq(ENTRY.MEMBER_NO))
                .and(LOT.CLOSED.in(inline(false), inline(true)))
                .and(LOT.LOT_NO.eq(ENTRY.LOT_NO))
                .and(MOVES_ANOTHERS_LOT);
    }

    @Override
    public List<UnitFlow> during(TenantId tenant, Set<UnitId> units, Days days) {
        if (units.isEmpty()) {
            return List.of();
        }
        return database.snapshot(session -> {
            Instant upTo = summedUpTo(session, tenant);
            List<UnitFlow> flows = new ArrayList<>(kept(session, tenant, units, days));
            Instant from = days.start().isAfter(upTo) ? days.start() : upTo;
            if (from.isBefore(days.end())) {
                flows.addAll(flows(
                        session,
                        ENTRY.TENANT_ID
                                .eq(tenant.value())
                                .and(ENTRY.RECORDED_AT.ge(from))
                                .and(ENTRY.RECORDED_AT.lt(days.end()))
                                .and(ENTRY.UNIT.in(ids(units)))));
            }
            return UnitFlow.joined(flows);
        });
    }

    private static List<UnitFlow> kept(Session session, TenantId tenant, Set<UnitId> units, Days days) {
        return session.dsl()
                .select(
                        ENTRY_DAY.UNIT,
                        ENTRY_DAY.RULE,
                        ENTRY_DAY.PROGRAM_VERSION,
                        ENTRY_DAY.KIND,
                        ENTRY_DAY.FROM_ACCOUNT,
                        ENTRY_DAY.TO_ACCOUNT,
                        KEPT_AMOUNT)
                .from(ENTRY_DAY)
                .where(ENTRY_DAY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY_DAY.UNIT.in(ids(units)))
                .and(ENTRY_DAY.DAY_ON.between(days.first(), days.last()))
                .groupBy(
                        ENTRY_DAY.UNIT,
                        ENTRY_DAY.RULE,
                        ENTRY_DAY.PROGRAM_VERSION,
                        ENTRY_DAY.KIND,
                        ENTRY_DAY.FROM_ACCOUNT,
                        ENTRY_DAY.TO_ACCOUNT)
                .fetch(JooqUnitFlows::flow);
    }

    @Override
    public List<UnitFlow> of(TenantId tenant, MemberId member, Set<UnitId> units) {
        return database.snapshot(session -> session.dsl()
                .select(MEMBER.MEMBER_NO)
                .from(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .fetchOptional(MEMBER.MEMBER_NO)
                .map(number -> flows(
                        session,
                        ENTRY.TENANT_ID
                                .eq(tenant.value())
                                .and(ENTRY.MEMBER_NO.eq(number))
                                .and(ENTRY.UNIT.in(ids(units)))))
                .orElse(List.of()));
    }

    private static List<UnitFlow> flows(Session session, Condition which) {
        return session.dsl()
                .select(ENTRY.UNIT, RULE, VERSION, ENTRY.KIND, ENTRY.FROM_ACCOUNT, ENTRY.TO_ACCOUNT, AMOUNT)
                .from(entriesWithLots())
                .where(which)
                .groupBy(KIND)
                .fetch(JooqUnitFlows::flow);
    }

    private static List<String> ids(Set<UnitId> units) {
        return units.stream().map(UnitId::value).sorted().toList();
    }

    /** @throws ArithmeticException when a sum exceeds 64 bits */
    private static UnitFlow flow(Record7<String, String, Integer, String, String, String, BigDecimal> row) {
        return new UnitFlow(
                new UnitId(row.value1()),
                row.value2(),
                row.value3(),
                EntryKind.valueOf(row.value4()),
                Account.valueOf(row.value5()),
                Account.valueOf(row.value6()),
                row.value7().longValueExact());
    }
}
