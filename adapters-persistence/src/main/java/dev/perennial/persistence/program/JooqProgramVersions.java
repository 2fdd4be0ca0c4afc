package dev.perennial.persistence.program;

import static dev.perennial.persistence.jooq.Tables.PROGRAM_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.ProgramVersions;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.ProgramVersionRecord;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.ReplyRow;
import dev.perennial.persistence.shared.RequestKeys;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import dev.perennial.persistence.shared.SqlErrors;
import dev.perennial.persistence.shared.TenantQuery;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** Program versions as documents. */
public final class JooqProgramVersions implements ProgramVersions {

    private static final RowInsert ADD = RowInsert.into(PROGRAM_VERSION);

    private static final Field<Integer> NUMBER = coalesce(max(PROGRAM_VERSION.VERSION), inline(0));
    private static final TenantQuery NEWEST = TenantQuery.of(
            (dsl, tenant) -> dsl.select(NUMBER).from(PROGRAM_VERSION).where(PROGRAM_VERSION.TENANT_ID.eq(tenant)));

    private final Session session;
    private final RequestKeys keys;

    public JooqProgramVersions(Session session, RequestKeys keys) {
        this.session = session;
        this.keys = keys;
    }

    @Override
    public int latest(TenantId tenant) {
        return session.fetch(NEWEST, tenant.value()).getFirst().get(NUMBER);
    }

    @Override
    public List<ProgramVersion> all(TenantId tenant) {
        return session.dsl()
                .select(
                        PROGRAM_VERSION.VERSION,
                        PROGRAM_VERSION.EFFECTIVE_AT,
                        PROGRAM_VERSION.APPLIED_AT,
                        PROGRAM_VERSION.NOTE,
                        PROGRAM_VERSION.DOCUMENT)
                .from(PROGRAM_VERSION)
                .where(PROGRAM_VERSION.TENANT_ID.eq(tenant.value()))
                .orderBy(PROGRAM_VERSION.VERSION)
                .fetch(JooqProgramVersions::version);
    }

    @Override
    public void add(TenantId tenant, ProgramVersion version, RequestKey key, Payload reply) {
        try {
            session.insert(ADD, List.of(row(tenant, version, reply)));
        } catch (StorageException failure) {
            throw SqlErrors.isDuplicate(failure) ? new StorageException.Conflict(failure) : failure;
        }
        keys.point(tenant, List.of(new RequestKeys.Pointer(key, ReplyRow.PROGRAM_VERSION, 0, version.number())));
    }

    private static ProgramVersionRecord row(TenantId tenant, ProgramVersion version, Payload reply) {
        return new ProgramVersionRecord(
                tenant.value(),
                version.number(),
                version.effectiveAt(),
                version.appliedAt(),
                version.note(),
                ProgramJson.write(version.document()),
                reply.bytes());
    }

    private static ProgramVersion version(Record row) {
        return new ProgramVersion(
                row.get(PROGRAM_VERSION.VERSION),
                row.get(PROGRAM_VERSION.EFFECTIVE_AT),
                row.get(PROGRAM_VERSION.APPLIED_AT),
                row.get(PROGRAM_VERSION.NOTE),
                ProgramJson.read(Json.parse(row.get(PROGRAM_VERSION.DOCUMENT))));
    }
}
