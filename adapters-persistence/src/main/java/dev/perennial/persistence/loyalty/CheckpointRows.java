package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.FOLD_CHECKPOINT;

import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.FoldCheckpointRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.impl.DSL;

/** Checkpoints of the fold as rows. */
final class CheckpointRows {

    private static final RowInsert SAVE = RowInsert.into(FOLD_CHECKPOINT).orUpdate(FOLD_CHECKPOINT.TALLY);

    private CheckpointRows() {}

    /** The fold over everything before a moment. */
    record Checkpoint(Instant at, Tally tally) {}

    /** The latest checkpoint at or before the moment; the member's beginning when there is none. */
    static Checkpoint latest(Session session, TenantId tenant, int member, Instant moment) {
        return session.dsl()
                .select(FOLD_CHECKPOINT.MONTH_AT, FOLD_CHECKPOINT.TALLY)
                .from(FOLD_CHECKPOINT)
                .where(FOLD_CHECKPOINT.TENANT_ID.eq(tenant.value()))
                .and(FOLD_CHECKPOINT.MEMBER_NO.eq(member))
                .and(FOLD_CHECKPOINT.MONTH_AT.le(moment))
                .orderBy(FOLD_CHECKPOINT.MONTH_AT.desc())
                .limit(DSL.inline(1))
                .fetchOptional(row -> new Checkpoint(row.value1(), TallyJson.read(row.value2())))
                .orElseGet(() -> new Checkpoint(HistoryNeed.BEGINNING, Tally.EMPTY));
    }

    static void save(Session session, TenantId tenant, Collection<MemberChanges> members) {
        List<FoldCheckpointRecord> rows = new ArrayList<>();
        for (MemberChanges changes : members) {
            int member = changes.after().number();
            changes.checkpoints()
                    .forEach((month, tally) ->
                            rows.add(new FoldCheckpointRecord(tenant.value(), member, month, TallyJson.write(tally))));
        }
        session.insert(SAVE, rows);
    }
}
