package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.COMMAND;
import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.LOT;

import dev.perennial.application.storage.Effect;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.loyalty.Actor;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.jooq.tables.records.EntryRecord;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

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

    /** The entries of a member that let run out what is meant, of which anything is left that did not come back. */
    public static List<Entry> expiries(Session session, TenantId tenant, int member, UnitId unit, Expired which) {
        Condition meant = switch (which) {
            case Expired.By(long number) -> ENTRY.ENTRY_NO.eq(number);
            case Expired.Within(Instant from, Instant before) ->
                ENTRY.EFFECTIVE_AT.ge(from).and(ENTRY.EFFECTIVE_AT.lt(before));
        };
        return session.dsl()
                .select(ENTRY.fields())
                .from(ENTRY)
                .join(LOT)
                .on(LOT.TENANT_ID.eq(ENTRY.TENANT_ID))
                .and(LOT.MEMBER_NO.eq(ENTRY.MEMBER_NO))
                .and(LOT.CLOSED.in(DSL.inline(false), DSL.inline(true)))
                .and(LOT.LOT_NO.eq(ENTRY.LOT_NO))
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.MEMBER_NO.eq(member))
                .and(ENTRY.UNIT.eq(unit.value()))
                .and(ENTRY.KIND.eq(DSL.inline(EntryKind.EXPIRE.name())))
                .and(meant)
                .and(LOT.EXPIRED.gt(DSL.inline(0L)))
                .orderBy(ENTRY.ENTRY_NO)
                .fetch(EntryRows::entry);
    }

    /** How much of the unit the actor, by whatever name, has given and taken without approval since the moment. */
    public static long correctedAlone(
            Session session, TenantId tenant, int member, UnitId unit, String actor, Instant since) {
        Condition gaveOrTook = ENTRY.KIND
                .eq(DSL.inline(EntryKind.ADJUST.name()))
                .or(ENTRY.KIND
                        .eq(DSL.inline(EntryKind.REINSTATE.name()))
                        .and(ENTRY.FROM_ACCOUNT.eq(DSL.inline(Account.EXPIRED.name()))));
        return session.dsl()
                .select(DSL.coalesce(DSL.sum(ENTRY.AMOUNT), BigDecimal.ZERO))
                .from(ENTRY)
                .join(COMMAND)
                .on(COMMAND.TENANT_ID.eq(ENTRY.TENANT_ID))
                .and(COMMAND.MEMBER_NO.eq(ENTRY.MEMBER_NO))
                .and(COMMAND.COMMAND_NO.eq(ENTRY.CAUSE_NUMBER))
                .where(ENTRY.TENANT_ID.eq(tenant.value()))
                .and(ENTRY.MEMBER_NO.eq(member))
                .and(ENTRY.UNIT.eq(unit.value()))
                .and(ENTRY.CAUSE_TRIGGER.eq(DSL.inline(Cause.Trigger.COMMAND.name())))
                .and(gaveOrTook)
                .and(ENTRY.EFFECTIVE_AT.gt(since))
                .and(COMMAND.KIND.in(
                        DSL.inline(Effect.Kind.ADJUST_UNITS.name()), DSL.inline(Effect.Kind.REINSTATE_UNITS.name())))
                .and(DSL.lower(DSL.trim(COMMAND.ACTOR)).eq(Actor.key(actor)))
                .fetchSingle()
                .value1()
                .longValueExact();
    }
}
