package dev.perennial.application.loyalty.reward;

import dev.perennial.domain.shared.TenantId;
import java.security.KeyPair;
import java.util.Optional;
import java.util.function.Supplier;

/** The key pairs with which tenants sign the codes of vouchers: Ed25519, RFC 8032. */
public interface VoucherKeys {

    /** A tenant's pair; empty when it has needed none so far. */
    Optional<KeyPair> find(TenantId tenant);

    /**
     * A tenant's pair, which is kept on first need and stays the same from then on.
     *
     * @param fresh makes a pair; what it makes is dropped when somebody else was faster
     */
    KeyPair ensure(TenantId tenant, Supplier<KeyPair> fresh);
}
