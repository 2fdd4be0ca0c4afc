package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.ENTRY;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.EntryRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.time.Instant;
import java.util.List;
import org.jooq.Record;

/** Entries as rows. */
public final class EntryRows {

    private static final RowInsert APPEND = RowInsert.into(ENTRY);

    private EntryRows() {}

    /** An entry on its way to its row. */
    public record Posted(int member, Entry entry, Instant recordedAt) {}

    public static void append(Session session, TenantId tenant, List<Posted> posted) {
        session.insert(APPEND, posted.stream().map(entry -> row(tenant, entry)).toList());
    }

    private static EntryRecord row(TenantId tenant, Posted posted) {
        Entry entry = posted.entry();
        Cause cause = entry.cause();
        return new EntryRecord(
                tenant.value(),
                posted.member(),
                entry.number(),
                entry.unit().value(),
                entry.from().name(),
                entry.to().name(),
                entry.amount(),
                entry.lotNumber(),
                entry.kind().name(),
                cause.trigger().name(),
                cause.number(),
                cause.activityNumber(),
                cause.rule(),
                cause.programVersion(),
                entry.effectiveAt(),
                entry.corrects(),
                posted.recordedAt());
    }

    public static Entry entry(Record row) {
        Cause cause = new Cause(
                Cause.Trigger.valueOf(row.get(ENTRY.CAUSE_TRIGGER)),
                row.get(ENTRY.CAUSE_NUMBER),
                row.get(ENTRY.CAUSE_ACTIVITY_NO),
                row.get(ENTRY.RULE),
                row.get(ENTRY.PROGRAM_VERSION));
        return new Entry(
                row.get(ENTRY.ENTRY_NO),
                new UnitId(row.get(ENTRY.UNIT)),
                Account.valueOf(row.get(ENTRY.FROM_ACCOUNT)),
                Account.valueOf(row.get(ENTRY.TO_ACCOUNT)),
                row.get(ENTRY.AMOUNT),
                row.get(ENTRY.LOT_NO),
                EntryKind.valueOf(row.get(ENTRY.KIND)),
                cause,
                row.get(ENTRY.EFFECTIVE_AT),
                row.get(ENTRY.CORRECTS));
    }
}
