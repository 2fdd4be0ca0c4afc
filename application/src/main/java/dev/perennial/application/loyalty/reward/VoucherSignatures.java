package dev.perennial.application.loyalty.reward;

import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.shared.TenantId;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** With what tenants sign the codes of vouchers. A pair never changes, so that it is read once in a process. */
public final class VoucherSignatures {

    private final VoucherKeys keys;
    private final Supplier<KeyPair> fresh;
    private final Map<TenantId, KeyPair> known = new ConcurrentHashMap<>();

    /** @param fresh makes pairs that nobody can guess; used by several threads at once */
    public VoucherSignatures(VoucherKeys keys, Supplier<KeyPair> fresh) {
        this.keys = keys;
        this.fresh = fresh;
    }

    /** The tenant's pair, made when it has none yet. Not to be called within a transaction. */
    public KeyPair key(Tenant tenant) {
        return find(tenant).orElseGet(() -> remember(tenant, keys.ensure(tenant.id(), fresh)));
    }

    /** The tenant's pair; empty when it has signed nothing so far. */
    public Optional<KeyPair> find(Tenant tenant) {
        return Optional.ofNullable(known.get(tenant.id()))
                .or(() -> keys.find(tenant.id()).map(found -> remember(tenant, found)));
    }

    private KeyPair remember(Tenant tenant, KeyPair pair) {
        known.put(tenant.id(), pair);
        return pair;
    }
}
