package dev.perennial.application.shared;

import dev.perennial.domain.shared.TenantId;

/**
 * A business and what the platform keeps for it.
 *
 * @param secret under which request fingerprints and page tokens are made
 * @param sandbox whether it has a clock of its own, which stands still until it is advanced; never changes
 */
public record Tenant(TenantId id, String name, Secret secret, boolean sandbox) {}
