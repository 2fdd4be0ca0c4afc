package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.COMMAND;
import static dev.perennial.persistence.jooq.Tables.ENTRY;
import static dev.perennial.persistence.jooq.Tables.MEMBER;

import dev.perennial.application.ledger.Statements;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Entries for reading. */
public final class JooqStatements implements Statements {

    private final Database database;

    public JooqStatements(Database database) {
        this.database = database;
    }

    @Override
    public List<Line> list(TenantId tenant, MemberId member, Optional<UnitId> unit, long belowNumber, int limit) {
        return database.query(session -> session.dsl()
                .select(ENTRY.fields())
                .select(COMMAND.NOTE, COMMAND.ACTOR, COMMAND.APPROVER)
                .from(MEMBER)
                .join(ENTRY)
                .on(ENTRY.TENANT_ID.eq(MEMBER.TENANT_ID))
                .and(ENTRY.MEMBER_NO.eq(MEMBER.MEMBER_NO))
                .leftJoin(COMMAND)
                .on(COMMAND.TENANT_ID.eq(ENTRY.TENANT_ID))
                .and(COMMAND.MEMBER_NO.eq(ENTRY.MEMBER_NO))
                .and(COMMAND.COMMAND_NO.eq(ENTRY.CAUSE_NUMBER))
                .and(ENTRY.CAUSE_TRIGGER.eq(DSL.inline(Cause.Trigger.COMMAND.name())))
                .where(MEMBER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(tenant, member))
                .and(ENTRY.ENTRY_NO.lt(belowNumber))
                .and(unit.map(only -> ENTRY.UNIT.eq(only.value())).orElse(DSL.noCondition()))
                .orderBy(ENTRY.ENTRY_NO.desc())
                .limit(limit)
                .fetch(row -> new Line(
                        EntryRows.entry(row),
                        Objects.requireNonNullElse(row.get(COMMAND.NOTE), ""),
                        Objects.requireNonNullElse(row.get(COMMAND.ACTOR), ""),
                        Objects.requireNonNullElse(row.get(COMMAND.APPROVER), ""))));
    }
}
