package dev.perennial.grpc.shared;

import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The API keys that were just seen, so that not every call asks the database. Unknown keys are never remembered. */
public final class KnownKeys {

    /** How long a revoked key may still be accepted. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** Far more than there are tenants; beyond it everything is forgotten at once, which costs one question each. */
    private static final int KEYS_MAX = 10_000;

    private static final int KEY_LENGTH_MAX = 512;

    private final Tenants tenants;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Tenant tenant, Instant since) {

        /** A clock that was set back also makes it ask again. */
        boolean isFresh(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(REMEMBERED));
        }
    }

    public KnownKeys(Tenants tenants, InstantSource clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    Optional<Tenant> tenant(String key) {
        Instant now = clock.instant();
        Known hit = known.get(key);
        if (hit != null && hit.isFresh(now)) {
            return Optional.of(hit.tenant());
        }
        Optional<Tenant> found = key.length() > KEY_LENGTH_MAX ? Optional.empty() : tenants.findByKey(key);
        found.ifPresentOrElse(tenant -> remember(key, new Known(tenant, now)), () -> known.remove(key));
        return found;
    }

    private void remember(String key, Known tenant) {
        if (known.size() >= KEYS_MAX) {
            known.clear();
        }
        known.put(key, tenant);
    }
}
