package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.BULK_APPROVAL;

import dev.perennial.application.ledger.BulkApproval;
import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.BulkApprovalRecord;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.SelectSeekStep1;
import org.jooq.impl.DSL;

/** Approvals of bulks as rows. */
public final class JooqBulkApprovals implements BulkApprovals {

    private final Database database;

    public JooqBulkApprovals(Database database) {
        this.database = database;
    }

    @Override
    public List<BulkApproval> of(TenantId tenant, Content content) {
        return database.query(session -> select(session, tenant, content).fetch(JooqBulkApprovals::approval));
    }

    @Override
    public BulkApproval keep(TenantId tenant, Content content, String approver, Instant at, Instant expiresAt) {
        return database.transact(session -> {
            List<BulkApprovalRecord> rows =
                    select(session, tenant, content).forUpdate().fetch();
            return held(rows, approver, at).orElseGet(() -> {
                long before = rows.stream()
                        .filter(row -> row.getApprover().equals(approver))
                        .count();
                insert(session, tenant, content, approver, (int) before + 1, at, expiresAt);
                return held(select(session, tenant, content).fetch(), approver, at)
                        .orElseThrow();
            });
        });
    }

    private static Optional<BulkApproval> held(List<BulkApprovalRecord> rows, String approver, Instant at) {
        return rows.stream()
                .map(JooqBulkApprovals::approval)
                .filter(kept -> kept.holdsOf(approver, at))
                .findFirst();
    }

    /** The same person may be doing so at the same moment: then that one's row stays. */
    private static void insert(
            Session session,
            TenantId tenant,
            Content content,
            String approver,
            int number,
            Instant at,
            Instant expiresAt) {
        session.dsl()
                .insertInto(BULK_APPROVAL)
                .set(BULK_APPROVAL.TENANT_ID, tenant.value())
                .set(BULK_APPROVAL.BULK, Text.bytes(content.bulk()))
                .set(BULK_APPROVAL.CONTENT_HASH, content.hash())
                .set(BULK_APPROVAL.APPROVER, approver)
                .set(BULK_APPROVAL.APPROVAL_NO, number)
                .set(BULK_APPROVAL.APPROVED_AT, at)
                .set(BULK_APPROVAL.EXPIRES_AT, expiresAt)
                .onDuplicateKeyUpdate()
                .set(BULK_APPROVAL.APPROVER, BULK_APPROVAL.APPROVER)
                .execute();
    }

    @Override
    public List<BulkApproval> withdraw(TenantId tenant, Content content, Withdrawal withdrawal) {
        return database.transact(session -> {
            session.dsl()
                    .update(BULK_APPROVAL)
                    .set(BULK_APPROVAL.WITHDRAWER, withdrawal.by())
                    .set(BULK_APPROVAL.WITHDRAWN_AT, withdrawal.at())
                    .set(BULK_APPROVAL.BECAUSE, withdrawal.because())
                    .where(ofContent(tenant, content))
                    .and(is(State.VALID, withdrawal.at()))
                    .execute();
            return select(session, tenant, content).fetch(JooqBulkApprovals::approval);
        });
    }

    @Override
    public List<BulkApproval> list(TenantId tenant, Optional<State> state, Instant now, long belowPosition, int limit) {
        return database.query(session -> session.dsl()
                .selectFrom(BULK_APPROVAL)
                .where(BULK_APPROVAL.TENANT_ID.eq(tenant.value()))
                .and(state.map(one -> is(one, now)).orElse(DSL.noCondition()))
                .and(BULK_APPROVAL.POSITION.lt(belowPosition))
                .orderBy(BULK_APPROVAL.POSITION.desc())
                .limit(limit)
                .fetch(JooqBulkApprovals::approval));
    }

    private static Condition is(State state, Instant now) {
        Condition withdrawn = BULK_APPROVAL.WITHDRAWN_AT.isNotNull();
        return switch (state) {
            case VALID -> withdrawn.not().and(BULK_APPROVAL.EXPIRES_AT.gt(now));
            case LAPSED -> withdrawn.not().and(BULK_APPROVAL.EXPIRES_AT.le(now));
            case WITHDRAWN -> withdrawn;
        };
    }

    private static SelectSeekStep1<BulkApprovalRecord, Long> select(Session session, TenantId tenant, Content content) {
        return session.dsl()
                .selectFrom(BULK_APPROVAL)
                .where(ofContent(tenant, content))
                .orderBy(BULK_APPROVAL.POSITION);
    }

    private static Condition ofContent(TenantId tenant, Content content) {
        return BULK_APPROVAL
                .TENANT_ID
                .eq(tenant.value())
                .and(BULK_APPROVAL.BULK.eq(Text.bytes(content.bulk())))
                .and(BULK_APPROVAL.CONTENT_HASH.eq(content.hash()));
    }

    private static BulkApproval approval(BulkApprovalRecord row) {
        Instant withdrawnAt = row.getWithdrawnAt();
        return new BulkApproval(
                row.getPosition(),
                new Content(Text.of(row.getBulk()), row.getContentHash()),
                row.getApprover(),
                Objects.requireNonNull(row.getApprovedAt()),
                Objects.requireNonNull(row.getExpiresAt()),
                withdrawnAt == null ? null : new Withdrawal(row.getWithdrawer(), withdrawnAt, row.getBecause()));
    }
}
