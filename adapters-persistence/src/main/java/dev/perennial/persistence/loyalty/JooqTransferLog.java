package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.TRANSFER;
import static dev.perennial.persistence.loyalty.TransferRows.RECEIVER;
import static dev.perennial.persistence.loyalty.TransferRows.SENDER;
import static org.jooq.impl.DSL.noCondition;

import dev.perennial.application.loyalty.transfer.TransferLog;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Named;
import dev.perennial.persistence.shared.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Transfers from their rows. */
public final class JooqTransferLog implements TransferLog {

    private final Database database;

    public JooqTransferLog(Database database) {
        this.database = database;
    }

    /** Two questions, because no index answers both in order. */
    @Override
    public List<Listed> list(TenantId tenant, MemberId member, long belowPosition, int limit) {
        return Stream.of(SENDER, RECEIVER)
                .flatMap(role -> list(tenant, Named.is(role, tenant, member), belowPosition, limit))
                .distinct() // of a transfer between two who are one
                .sorted(Comparator.comparingLong(Listed::position).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Listed> list(TenantId tenant, Condition whose, long belowPosition, int limit) {
        return database.query(session -> select(session, TRANSFER.TENANT_ID.eq(tenant.value()))
                .and(whose)
                .and(TRANSFER.POSITION.lt(belowPosition))
                .orderBy(TRANSFER.POSITION.desc())
                .limit(limit)
                .fetch(row -> new Listed(row.get(TRANSFER.POSITION), TransferRows.transfer(row)))
                .stream());
    }

    @Override
    public Optional<Transfer> find(TenantId tenant, MemberId sender, long number) {
        return database.query(session -> select(session, TRANSFER.TENANT_ID.eq(tenant.value()))
                .and(Named.is(SENDER, tenant, sender))
                .and(TRANSFER.TRANSFER_NO.eq(number))
                .fetchOptional(TransferRows::transfer));
    }

    @Override
    public List<Unsettled> unsettled(long abovePosition, int limit) {
        return unsettled(noCondition(), abovePosition, limit);
    }

    @Override
    public List<Unsettled> unsettledIn(TenantId tenant, long abovePosition, int limit) {
        return unsettled(TRANSFER.TENANT_ID.eq(tenant.value()), abovePosition, limit);
    }

    private List<Unsettled> unsettled(Condition which, long abovePosition, int limit) {
        return database.query(session -> select(session, which)
                .and(TRANSFER.STATE.eq(TransferState.SENT.name()))
                .and(TRANSFER.POSITION.gt(abovePosition))
                .orderBy(TRANSFER.POSITION)
                .limit(limit)
                .fetch(row -> new Unsettled(
                        row.get(TRANSFER.POSITION),
                        new TenantId(row.get(TRANSFER.TENANT_ID)),
                        TransferRows.transfer(row))));
    }

    private static SelectConditionStep<Record> select(Session session, Condition which) {
        return session.dsl()
                .select(TRANSFER.fields())
                .select(SENDER.MEMBER_ID, SENDER.MEMBER_NO, RECEIVER.MEMBER_ID, RECEIVER.MEMBER_NO)
                .from(TRANSFER)
                .join(SENDER)
                .on(SENDER.TENANT_ID.eq(TRANSFER.TENANT_ID), SENDER.MEMBER_NO.eq(TRANSFER.FROM_MEMBER_NO))
                .join(RECEIVER)
                .on(RECEIVER.TENANT_ID.eq(TRANSFER.TENANT_ID), RECEIVER.MEMBER_NO.eq(TRANSFER.TO_MEMBER_NO))
                .where(which);
    }
}
