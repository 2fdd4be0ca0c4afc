package dev.perennial.persistence.storage;

import static dev.perennial.persistence.jooq.Tables.TENANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import dev.perennial.application.storage.SandboxClocks;
import dev.perennial.application.storage.TenantClock;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.RealTime;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.TenantKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/**
 * Sandboxes' clocks, each in its tenant's row. Whoever decides shares the row's lock until its transaction ends, and
 * whoever takes the turn wants the lock alone, so nobody decides by a clock that has moved on.
 */
final class JooqSandboxClocks implements SandboxClocks {

    // RATIONALE: turns run out by the database's own real time, so instances whose clocks differ agree about them.
    private static final Field<Instant> REAL_NOW = RealTime.nowAs(TENANT.CLOCK_TURN_ENDS_AT);

    private final Session session;
    private final TenantKinds kinds;
    private final boolean writable;

    JooqSandboxClocks(Session session, TenantKinds kinds, boolean writable) {
        this.session = session;
        this.kinds = kinds;
        this.writable = writable;
    }

    @Override
    public Optional<TenantClock> read(TenantId tenant) {
        if (!kinds.isSandbox(session, tenant)) {
            return Optional.empty();
        }
        var row = row(tenant);
        return Optional.of(clock(writable ? row.forShare().fetchSingle() : row.fetchSingle()));
    }

    @Override
    public Optional<Turn> takeTurn(TenantId sandbox, Duration lease) {
        TenantClock clock = clock(row(sandbox).forUpdate().fetchSingle());
        if (clock.moving()) {
            return Optional.empty();
        }
        session.dsl()
                .update(TENANT)
                .set(TENANT.CLOCK_TURN, TENANT.CLOCK_TURN.plus(1))
                .set(TENANT.CLOCK_TURN_ENDS_AT, realNowPlus(lease))
                .where(TENANT.TENANT_ID.eq(sandbox.value()))
                .execute();
        long number = session.dsl()
                .select(TENANT.CLOCK_TURN)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(sandbox.value()))
                .fetchSingle()
                .value1();
        return Optional.of(new Turn(number, clock.now()));
    }

    @Override
    public boolean move(TenantId sandbox, long turn, Instant to, Duration lease) {
        return session.dsl()
                        .update(TENANT)
                        .set(TENANT.CLOCK_AT, to)
                        .set(TENANT.CLOCK_TURN_ENDS_AT, realNowPlus(lease))
                        .where(TENANT.TENANT_ID.eq(sandbox.value()))
                        .and(TENANT.CLOCK_TURN.eq(turn))
                        .and(TENANT.CLOCK_AT.le(to))
                        .execute()
                == 1;
    }

    @Override
    public void endTurn(TenantId sandbox, long turn) {
        session.dsl()
                .update(TENANT)
                .setNull(TENANT.CLOCK_TURN_ENDS_AT)
                .where(TENANT.TENANT_ID.eq(sandbox.value()))
                .and(TENANT.CLOCK_TURN.eq(turn))
                .execute();
    }

    private SelectConditionStep<Record3<Instant, Instant, Instant>> row(TenantId tenant) {
        return session.dsl()
                .select(TENANT.CLOCK_AT, TENANT.CLOCK_TURN_ENDS_AT, REAL_NOW)
                .from(TENANT)
                .where(TENANT.TENANT_ID.eq(tenant.value()));
    }

    private static TenantClock clock(Record3<Instant, Instant, Instant> row) {
        @Nullable Instant turnEnds = row.value2();
        return new TenantClock(row.value1(), turnEnds != null && turnEnds.isAfter(row.value3()));
    }

    private static Field<Instant> realNowPlus(Duration lease) {
        return field("{0} + {1}", TENANT.CLOCK_TURN_ENDS_AT.getDataType(), REAL_NOW, val(lease.toNanos() / 1_000));
    }
}
