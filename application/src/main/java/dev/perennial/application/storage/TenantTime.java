package dev.perennial.application.storage;

import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is for a tenant: the real time, or what its sandbox's clock shows. To be asked once in each transaction
 * that decides, before it locks anything.
 */
public final class TenantTime {

    private final InstantSource real;

    /** @param real everybody's time but a sandbox's */
    public TenantTime(InstantSource real) {
        this.real = real;
    }

    /** For those who decide: in a transaction that may write, a sandbox's clock does not move before its end. */
    public TenantClock read(Transaction tx, TenantId tenant) {
        return tx.clocks().read(tenant).orElseGet(() -> new TenantClock(real.instant(), false));
    }

    /** For those who only look. */
    public Instant now(Transaction tx, TenantId tenant) {
        return read(tx, tenant).now();
    }
}
