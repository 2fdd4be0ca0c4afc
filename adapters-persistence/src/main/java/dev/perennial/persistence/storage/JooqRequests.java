package dev.perennial.persistence.storage;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Requests;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.shared.RequestKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The request keys of one transaction; the ports that save effects let the same keys point to their replies. */
final class JooqRequests implements Requests {

    private final RequestKeys keys;

    JooqRequests(RequestKeys keys) {
        this.keys = keys;
    }

    @Override
    public Map<RequestKey, Earlier> claim(TenantId tenant, Map<RequestKey, Fingerprint> claimed) {
        return earlier(keys.claim(tenant, claimed));
    }

    @Override
    public Map<RequestKey, Earlier> find(TenantId tenant, Set<RequestKey> wanted) {
        return earlier(keys.find(tenant, wanted));
    }

    private static Map<RequestKey, Earlier> earlier(Map<RequestKey, RequestKeys.Found> known) {
        Map<RequestKey, Earlier> earlier = new HashMap<>();
        known.forEach((key, found) -> earlier.put(key, new Earlier(found.fingerprint(), found.reply())));
        return earlier;
    }

    @Override
    public void release(TenantId tenant, Set<RequestKey> released) {
        keys.release(tenant, released);
    }
}
