package dev.perennial.application.testing;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.ProgramVersions;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;

/** Program versions in a list. */
final class InMemoryProgramVersions implements ProgramVersions {

    private final Tables tables;
    private final boolean writable;

    InMemoryProgramVersions(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public int latest(TenantId tenant) {
        return all(tenant).stream().mapToInt(ProgramVersion::number).max().orElse(0);
    }

    @Override
    public List<ProgramVersion> all(TenantId tenant) {
        return tables.programs().getOrDefault(tenant, List.of());
    }

    @Override
    public void add(TenantId tenant, ProgramVersion version, RequestKey key, Payload reply) {
        InMemoryRequests.requireWritable(writable);
        if (all(tenant).stream().anyMatch(other -> other.number() == version.number())) {
            throw new StorageException.Conflict(new IllegalStateException("the number is taken"));
        }
        List<ProgramVersion> more = new ArrayList<>(all(tenant));
        more.add(version);
        tables.programs().put(tenant, List.copyOf(more));
        InMemoryRequests.answer(tables, tenant, key, reply);
    }
}
