package dev.perennial.application.testing;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.Requests;
import dev.perennial.application.testing.Tables.ClaimedKey;
import dev.perennial.application.testing.Tables.KeyId;
import dev.perennial.domain.shared.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Request keys in a map. */
final class InMemoryRequests implements Requests {

    private final Tables tables;
    private final boolean writable;

    InMemoryRequests(Tables tables, boolean writable) {
        this.tables = tables;
        this.writable = writable;
    }

    @Override
    public Map<RequestKey, Earlier> claim(TenantId tenant, Map<RequestKey, Fingerprint> keys) {
        requireWritable(writable);
        Map<RequestKey, Earlier> earlier = new HashMap<>();
        keys.forEach((key, fingerprint) -> {
            ClaimedKey known = tables.keys().putIfAbsent(new KeyId(tenant, key), new ClaimedKey(fingerprint, null));
            if (known != null && known.reply() != null) {
                earlier.put(key, new Earlier(known.fingerprint(), known.reply()));
            }
        });
        return earlier;
    }

    @Override
    public Map<RequestKey, Earlier> find(TenantId tenant, Set<RequestKey> keys) {
        Map<RequestKey, Earlier> earlier = new HashMap<>();
        keys.forEach(key -> {
            ClaimedKey known = tables.keys().get(new KeyId(tenant, key));
            if (known != null && known.reply() != null) {
                earlier.put(key, new Earlier(known.fingerprint(), known.reply()));
            }
        });
        return earlier;
    }

    @Override
    public void release(TenantId tenant, Set<RequestKey> keys) {
        keys.forEach(key -> tables.keys()
                .computeIfPresent(new KeyId(tenant, key), (id, claimed) -> claimed.reply() == null ? null : claimed));
    }

    static void answer(Tables tables, TenantId tenant, RequestKey key, Payload reply) {
        ClaimedKey answered = tables.keys()
                .computeIfPresent(
                        new KeyId(tenant, key),
                        (id, claimed) -> claimed.reply() == null ? new ClaimedKey(claimed.fingerprint(), reply) : null);
        if (answered == null) {
            throw new IllegalStateException("an effect was saved whose key was not claimed");
        }
    }

    static void requireWritable(boolean writable) {
        if (!writable) {
            throw new StorageException.Rejected(new IllegalStateException("this transaction only reads"));
        }
    }
}
