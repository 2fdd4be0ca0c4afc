package dev.perennial.persistence.storage;

import static dev.perennial.persistence.jooq.Tables.MEMBER;
import static dev.perennial.persistence.jooq.Tables.MEMBER_BLOCK;
import static dev.perennial.persistence.jooq.Tables.REPLAN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;

import dev.perennial.application.storage.Replan;
import dev.perennial.application.storage.Replans;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.RealTime;
import dev.perennial.persistence.shared.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectForUpdateStep;
import org.jspecify.annotations.Nullable;

/** Requests to plan members again, as rows. Whoever works on one holds its row first, then the members'. */
final class JooqReplans implements Replans {

    private static final Field<Instant> REAL_NOW = RealTime.nowAs(REPLAN.STARTED_AT);
    private static final Field<Instant> RUNNING_UNTIL = coalesce(REPLAN.FINISHED_AT, REAL_NOW);

    private final Session session;

    JooqReplans(Session session) {
        this.session = session;
    }

    @Override
    public long members(TenantId tenant) {
        return session.dsl()
                .select(count())
                .from(MEMBER)
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .fetchSingle()
                .value1();
    }

    @Override
    public void ask(TenantId tenant, ProgramVersion version) {
        session.dsl()
                .insertInto(REPLAN)
                .set(REPLAN.TENANT_ID, tenant.value())
                .set(REPLAN.VERSION, version.number())
                .set(REPLAN.EFFECTIVE_AT, version.effectiveAt())
                .set(REPLAN.ASKED_AT, RealTime.nowAs(REPLAN.ASKED_AT))
                .set(REPLAN.LAST_NO, lastNumber(tenant))
                .set(REPLAN.MEMBERS, members(tenant))
                .set(REPLAN.UP_TO, 0)
                .set(REPLAN.PLANNED, 0L)
                .execute();
    }

    /**
     * The last number of the blocks that were taken so far. The row to lock is created first; blocks that are taken later
     * are for enrolments that begin after the version is known.
     */
    private int lastNumber(TenantId tenant) {
        session.dsl()
                .insertInto(MEMBER_BLOCK)
                .set(MEMBER_BLOCK.TENANT_ID, tenant.value())
                .set(MEMBER_BLOCK.NEXT_MEMBER_NO, 1)
                .onDuplicateKeyUpdate()
                .set(MEMBER_BLOCK.NEXT_MEMBER_NO, MEMBER_BLOCK.NEXT_MEMBER_NO)
                .execute();
        return session.dsl()
                        .select(MEMBER_BLOCK.NEXT_MEMBER_NO)
                        .from(MEMBER_BLOCK)
                        .where(MEMBER_BLOCK.TENANT_ID.eq(tenant.value()))
                        .fetchSingle()
                        .value1()
                - 1;
    }

    @Override
    public Optional<Replan> next(Duration settled) {
        Field<Instant> before = field("{0} - {1}", REPLAN.ASKED_AT.getDataType(), REAL_NOW, settled.toNanos() / 1_000);
        return open(REPLAN.ASKED_AT.le(before)).forUpdate().skipLocked().fetchOptional(JooqReplans::replan);
    }

    @Override
    public Optional<Replan> nextOf(TenantId tenant) {
        return open(REPLAN.TENANT_ID.eq(tenant.value())).forUpdate().fetchOptional(JooqReplans::replan);
    }

    private SelectForUpdateStep<?> open(Condition condition) {
        return session.dsl()
                .select(REPLAN.fields())
                .select(RUNNING_UNTIL)
                .from(REPLAN)
                .where(REPLAN.FINISHED_AT.isNull())
                .and(condition)
                .orderBy(REPLAN.ASKED_AT, REPLAN.TENANT_ID, REPLAN.VERSION)
                .limit(1);
    }

    @Override
    public Replan plan(Replan replan, int members) {
        List<Integer> numbers = lock(replan, members);
        boolean finished = numbers.size() < members;
        int upTo = numbers.isEmpty() ? replan.upTo() : numbers.getLast();
        session.dsl()
                .update(MEMBER)
                .set(MEMBER.NEXT_DUE_AT, replan.effectiveAt())
                .where(MEMBER.TENANT_ID.eq(replan.tenant().value()))
                .and(MEMBER.MEMBER_NO.gt(replan.upTo()))
                .and(MEMBER.MEMBER_NO.le(upTo))
                .and(MEMBER.MERGED_INTO.isNull())
                .and(MEMBER.NEXT_DUE_AT.isNull().or(MEMBER.NEXT_DUE_AT.gt(replan.effectiveAt())))
                .execute();
        session.dsl()
                .update(REPLAN)
                .set(REPLAN.UP_TO, upTo)
                .set(REPLAN.PLANNED, REPLAN.PLANNED.plus(numbers.size()))
                .set(REPLAN.STARTED_AT, coalesce(REPLAN.STARTED_AT, REAL_NOW))
                .set(REPLAN.FINISHED_AT, finished ? REAL_NOW : REPLAN.FINISHED_AT)
                .where(REPLAN.TENANT_ID.eq(replan.tenant().value()))
                .and(REPLAN.VERSION.eq(replan.version()))
                .execute();
        return find(replan.tenant(), replan.version()).orElseThrow();
    }

    /**
     * RATIONALE: all of them are locked, not only those that are changed. An update alone passes over a row that does
     * not match as it was committed last, though somebody who does not know of the version is just deciding about it.
     */
    private List<Integer> lock(Replan replan, int members) {
        return session.dsl()
                .select(MEMBER.MEMBER_NO)
                .from(MEMBER)
                .where(MEMBER.TENANT_ID.eq(replan.tenant().value()))
                .and(MEMBER.MEMBER_NO.gt(replan.upTo()))
                .and(MEMBER.MEMBER_NO.le(replan.last()))
                .orderBy(MEMBER.MEMBER_NO)
                .limit(members)
                .forUpdate()
                .fetch(MEMBER.MEMBER_NO);
    }

    @Override
    public Optional<Replan> find(TenantId tenant, int version) {
        return session.dsl()
                .select(REPLAN.fields())
                .select(RUNNING_UNTIL)
                .from(REPLAN)
                .where(REPLAN.TENANT_ID.eq(tenant.value()))
                .and(REPLAN.VERSION.eq(version))
                .fetchOptional(JooqReplans::replan);
    }

    private static Replan replan(Record row) {
        @Nullable Instant started = row.get(REPLAN.STARTED_AT);
        boolean finished = row.get(REPLAN.FINISHED_AT) != null;
        long planned = row.get(REPLAN.PLANNED);
        return new Replan(
                new TenantId(row.get(REPLAN.TENANT_ID)),
                row.get(REPLAN.VERSION),
                row.get(REPLAN.EFFECTIVE_AT),
                row.get(REPLAN.UP_TO),
                row.get(REPLAN.LAST_NO),
                planned,
                finished ? 0 : Math.max(0, row.get(REPLAN.MEMBERS) - planned),
                started == null ? Duration.ZERO : Duration.between(started, row.get(RUNNING_UNTIL)),
                finished);
    }
}
