package dev.perennial.application.storage;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.util.List;

/** The versions of tenants' programs. */
public interface ProgramVersions {

    /** The number of the newest version, 0 when none was applied. */
    int latest(TenantId tenant);

    /** Every version, ascending by number. */
    List<ProgramVersion> all(TenantId tenant);

    /**
     * Adds a version with the reply and the key of the request that applied it.
     *
     * @throws dev.perennial.application.shared.StorageException.Conflict when another one took its number
     */
    void add(TenantId tenant, ProgramVersion version, RequestKey key, Payload reply);
}
