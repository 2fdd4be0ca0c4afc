package dev.perennial.application.shared;

import dev.perennial.domain.shared.TenantId;

/**
 * A business and what the platform keeps for it.
 *
 * @param secret under which request fingerprints and page tokens are made
 */
public record Tenant(TenantId id, String name, Secret secret) {}
