package dev.perennial.application.testing;

import dev.perennial.application.loyalty.reward.VoucherKeys;
import dev.perennial.domain.shared.TenantId;
import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keys of vouchers in a map. */
final class InMemoryVoucherKeys implements VoucherKeys {

    private final Map<TenantId, KeyPair> keys = new ConcurrentHashMap<>();

    @Override
    public Optional<KeyPair> find(TenantId tenant) {
        return Optional.ofNullable(keys.get(tenant));
    }

    @Override
    public KeyPair ensure(TenantId tenant, Supplier<KeyPair> fresh) {
        return keys.computeIfAbsent(tenant, unknown -> fresh.get());
    }
}
