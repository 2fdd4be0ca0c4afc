package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.LOT;
import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.perennial.application.ledger.books.LedgerBooks;
import dev.perennial.application.ledger.books.Moment;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.books.BookFlow;
import dev.perennial.domain.ledger.books.LotBalance;
import dev.perennial.domain.ledger.books.Owed;
import dev.perennial.domain.ledger.books.VintageFlow;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.Entry;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.Reports;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Sums of entries beside the lots that they changed; one statement each, so one snapshot. */
public final class JooqLedgerBooks implements LedgerBooks {

    /**
     * Every month of every time zone begins with a quarter of an hour, so lots that run out within one are alike in every
     * report; there are at most 35,000 in a year, whatever the number of lots.
     */
    private static final long QUARTER_MICROS = 15 * 60 * 1_000_000L;

    private static final Entry ISSUE = ENTRY.as("issue");
    private static final Field<Integer> VERSION = coalesce(LOT.PROGRAM_VERSION, ENTRY.PROGRAM_VERSION);
    private static final Field<String> RULE = coalesce(ENTRY.RULE, LOT.RULE, inline(""));
    private static final Field<Boolean> SLIDING =
            coalesce(LOT.SLIDING, inline(false)).as("is_sliding");
    private static final Field<Long> QUARTER = field(
                    "({0} - 1) div {1}", Long.class, LOT.EXPIRES_AT, inline(QUARTER_MICROS))
            .as("quarter_no");
    private static final Field<BigDecimal> AMOUNT = DSL.sum(ENTRY.AMOUNT);
    private static final Field<BigDecimal> AVAILABLE = into(Account.AVAILABLE).as("sum_available");
    private static final Field<BigDecimal> PENDING = into(Account.PENDING).as("sum_pending");
    private static final Field<BigDecimal> HELD = into(Account.HELD).as("sum_held");
    private static final Field<BigDecimal> DEBT = into(Account.DEBT).as("sum_debt");

    private final Database database;
    private final Reports reports;

    public JooqLedgerBooks(Database database) {
        this.database = database;
        this.reports = new Reports(database);
    }

    private static Field<BigDecimal> into(Account account) {
        return DSL.sum(when(ENTRY.TO_ACCOUNT.eq(inline(account.name())), ENTRY.AMOUNT)
                .when(ENTRY.FROM_ACCOUNT.eq(inline(account.name())), ENTRY.AMOUNT.neg())
                .otherwise(inline(0L)));
    }

    @Override
    public List<LotBalance> balances(TenantId tenant, Set<UnitId> units, Moment at) {
        if (units.isEmpty()) {
            return List.of();
        }
        Field<Boolean> overdue = field(
                        coalesce(field(LOT.EXPIRES_AT.le(val(at.asOf(), LOT.EXPIRES_AT))), inline(false)))
                .as("is_overdue");
        return reports.query(session -> session.dsl()
                .select(ENTRY.UNIT, VERSION, SLIDING, QUARTER, overdue, AVAILABLE, PENDING, HELD, DEBT)
                .from(entriesWithLots())
                .where(of(tenant, units))
                .and(counts(at))
                .groupBy(ENTRY.UNIT, VERSION, SLIDING, QUARTER, overdue)
                .having(AVAILABLE.ne(BigDecimal.ZERO))
                .or(PENDING.ne(BigDecimal.ZERO))
                .or(HELD.ne(BigDecimal.ZERO))
                .or(DEBT.ne(BigDecimal.ZERO))
                .queryTimeout(Reports.STATEMENT_SECONDS_MAX)
                .fetch(row -> new LotBalance(
                        new UnitId(row.get(ENTRY.UNIT)),
                        row.get(VERSION),
                        row.get(SLIDING),
                        quarter(row.get(QUARTER)),
                        row.get(overdue),
                        new Owed(exact(row.get(AVAILABLE)), exact(row.get(PENDING)), exact(row.get(HELD))),
                        -exact(row.get(DEBT)))));
    }

    private static @Nullable Instant quarter(@Nullable Long number) {
        return number == null ? null : Instant.EPOCH.plusSeconds(number * 15 * 60);
    }

    @Override
    public Map<UnitId, Balance> balances(TenantId tenant, MemberId member, long lastEntry, Moment at) {
        Map<UnitId, Balance> balances = new HashMap<>();
        database.query(session -> session.dsl()
                        .select(ENTRY.UNIT, AVAILABLE, PENDING, HELD, DEBT)
                        .from(MEMBER)
                        .join(ENTRY)
                        .on(ENTRY.TENANT_ID.eq(MEMBER.TENANT_ID))
                        .and(ENTRY.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                        .where(MEMBER.TENANT_ID.eq(tenant.value()))
                        .and(Named.is(tenant, member))
                        .and(ENTRY.ENTRY_NO.le(lastEntry))
                        .and(counts(at))
                        .groupBy(ENTRY.UNIT)
                        .fetch())
                .forEach(row -> balances.put(new UnitId(row.get(ENTRY.UNIT)), balance(row)));
        return balances;
    }

    private static Balance balance(Record row) {
        return new Balance(
                exact(row.get(AVAILABLE)), exact(row.get(PENDING)), exact(row.get(HELD)), -exact(row.get(DEBT)));
    }

    @Override
    public List<BookFlow> flows(TenantId tenant, Set<UnitId> units, List<Instant> boundaries) {
        if (units.isEmpty()) {
            return List.of();
        }
        Field<Integer> period = period(ENTRY.RECORDED_AT, boundaries.subList(0, boundaries.size() - 1))
                .as("period_no");
        return reports.query(session -> session.dsl()
                .select(period, ENTRY.UNIT, VERSION, RULE, ENTRY.FROM_ACCOUNT, ENTRY.TO_ACCOUNT, AMOUNT)
                .from(entriesWithLots())
                .where(of(tenant, units))
                .and(ENTRY.RECORDED_AT.lt(boundaries.getLast()))
                .groupBy(period, ENTRY.UNIT, VERSION, RULE, ENTRY.FROM_ACCOUNT, ENTRY.TO_ACCOUNT)
                .queryTimeout(Reports.STATEMENT_SECONDS_MAX)
                .fetch(row -> new BookFlow(
                        row.value1(),
                        new UnitId(row.value2()),
                        row.value3(),
                        row.value4(),
                        Account.valueOf(row.value5()),
                        Account.valueOf(row.value6()),
                        exact(row.value7()))));
    }

    @Override
    public List<VintageFlow> vintages(TenantId tenant, Set<UnitId> units, List<Instant> boundaries) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<Instant> starts = boundaries.subList(0, boundaries.size() - 1);
        Field<Integer> issued = period(ISSUE.EFFECTIVE_AT, starts).as("issued_in");
        Field<Integer> moved = period(ENTRY.EFFECTIVE_AT, starts).as("moved_in");
        Field<Boolean> issues = field(ENTRY.ENTRY_NO.eq(ISSUE.ENTRY_NO)).as("is_issue");
        return reports.query(session -> session.dsl()
                .select(ENTRY.UNIT, issued, moved, issues, ENTRY.FROM_ACCOUNT, ENTRY.TO_ACCOUNT, AMOUNT)
                .from(ENTRY.join(LOT)
                        .on(ofEntry())
                        .join(ISSUE)
                        .on(ISSUE.TENANT_ID.eq(LOT.TENANT_ID))
                        .and(ISSUE.MEMBER_NO.eq(LOT.MEMBER_NO))
                        .and(ISSUE.ENTRY_NO.eq(LOT.ISSUED_BY)))
                .where(of(tenant, units))
                .and(ISSUE.EFFECTIVE_AT.ge(boundaries.getFirst()))
                .and(ENTRY.EFFECTIVE_AT.lt(boundaries.getLast()))
                .groupBy(ENTRY.UNIT, issued, moved, issues, ENTRY.FROM_ACCOUNT, ENTRY.TO_ACCOUNT)
                .queryTimeout(Reports.STATEMENT_SECONDS_MAX)
                .fetch(row -> new VintageFlow(
                        new UnitId(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Account.valueOf(row.value5()),
                        Account.valueOf(row.value6()),
                        exact(row.value7()))));
    }

    /** How many of the ascending boundaries are at or before the moment; both engines have the function. */
    private static Field<Integer> period(Field<Instant> moment, List<Instant> boundaries) {
        List<Field<?>> arguments = new ArrayList<>();
        arguments.add(moment);
        boundaries.forEach(boundary -> arguments.add(inline(boundary, moment)));
        return DSL.function("interval", SQLDataType.INTEGER, arguments.toArray(Field<?>[]::new));
    }

    private static Table<?> entriesWithLots() {
        return ENTRY.leftJoin(LOT).on(ofEntry());
    }

    /** Whether a lot is closed is a part of its key, so both are asked for. */
    private static Condition ofEntry() {
        return LOT.TENANT_ID
                .eq(ENTRY.TENANT_ID)
                .and(LOT.MEMBER_NO.eq(ENTRY.MEMBER_NO))
                .and(LOT.CLOSED.in(inline(false), inline(true)))
                .and(LOT.LOT_NO.eq(ENTRY.LOT_NO));
    }

    private static Condition of(TenantId tenant, Set<UnitId> units) {
        return ENTRY.TENANT_ID
                .eq(tenant.value())
                .and(ENTRY.UNIT.in(units.stream().map(UnitId::value).sorted().toList()));
    }

    private static Condition counts(Moment at) {
        return ENTRY.EFFECTIVE_AT.le(at.asOf()).and(ENTRY.RECORDED_AT.le(at.knownAt()));
    }

    /** @throws ArithmeticException when a sum exceeds 64 bits */
    private static long exact(BigDecimal sum) {
        return sum.longValueExact();
    }
}
