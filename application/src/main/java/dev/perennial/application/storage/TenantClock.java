package dev.perennial.application.storage;

import java.time.Instant;

/**
 * A tenant's clock as one transaction finds it.
 *
 * @param moving whether somebody is just advancing it; commands wait until it stands, and are decided then
 */
public record TenantClock(Instant now, boolean moving) {}
