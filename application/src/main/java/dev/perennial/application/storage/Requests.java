package dev.perennial.application.storage;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.domain.shared.TenantId;
import java.util.Map;
import java.util.Set;

/** Request keys, kept in the transaction of their effect. */
public interface Requests {

    /**
     * Claims keys, in ascending order of their hash. A key that another transaction holds is waited for.
     *
     * @return what is known of those that were claimed before; the others are ours now
     */
    Map<RequestKey, Earlier> claim(TenantId tenant, Map<RequestKey, Fingerprint> keys);

    /** What is known of keys; claims nothing and waits for nobody. */
    Map<RequestKey, Earlier> find(TenantId tenant, Set<RequestKey> keys);

    /** Gives keys back that this transaction claimed, because their requests were refused or put off. */
    void release(TenantId tenant, Set<RequestKey> keys);

    /**
     * An earlier effect under the same key
     *
     * @param reply the bytes that were sent
     */
    record Earlier(Fingerprint fingerprint, Payload reply) {}
}
