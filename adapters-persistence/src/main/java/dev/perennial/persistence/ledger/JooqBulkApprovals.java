package dev.perennial.persistence.ledger;

import static dev.perennial.persistence.jooq.Tables.BULK_APPROVAL;

import dev.perennial.application.ledger.BulkApprovals;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.Text;
import java.util.List;
import java.util.Objects;

/** Approvals of bulks as rows. */
public final class JooqBulkApprovals implements BulkApprovals {

    private final Database database;

    public JooqBulkApprovals(Database database) {
        this.database = database;
    }

    @Override
    public List<Approval> of(TenantId tenant, String bulk, String contentHash) {
        return database.query(session -> of(session, tenant, bulk, contentHash));
    }

    @Override
    public Approval keep(TenantId tenant, String bulk, String contentHash, Approval approval) {
        return database.transact(session -> {
            session.dsl()
                    .insertInto(BULK_APPROVAL)
                    .set(BULK_APPROVAL.TENANT_ID, tenant.value())
                    .set(BULK_APPROVAL.BULK, Text.bytes(bulk))
                    .set(BULK_APPROVAL.CONTENT_HASH, contentHash)
                    .set(BULK_APPROVAL.APPROVER, approval.approver())
                    .set(BULK_APPROVAL.APPROVED_AT, approval.at())
                    .onDuplicateKeyUpdate()
                    .set(BULK_APPROVAL.APPROVER, BULK_APPROVAL.APPROVER)
                    .execute();
            return of(session, tenant, bulk, contentHash).stream()
                    .filter(kept -> kept.approver().equals(approval.approver()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static List<Approval> of(Session session, TenantId tenant, String bulk, String contentHash) {
        return session.dsl()
                .select(BULK_APPROVAL.APPROVER, BULK_APPROVAL.APPROVED_AT)
                .from(BULK_APPROVAL)
                .where(BULK_APPROVAL.TENANT_ID.eq(tenant.value()))
                .and(BULK_APPROVAL.BULK.eq(Text.bytes(bulk)))
                .and(BULK_APPROVAL.CONTENT_HASH.eq(contentHash))
                .orderBy(BULK_APPROVAL.APPROVED_AT, BULK_APPROVAL.APPROVER)
                .fetch(row -> new Approval(
                        row.get(BULK_APPROVAL.APPROVER), Objects.requireNonNull(row.get(BULK_APPROVAL.APPROVED_AT))));
    }
}
