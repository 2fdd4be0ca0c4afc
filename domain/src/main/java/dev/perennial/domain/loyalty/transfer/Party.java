package dev.perennial.domain.loyalty.transfer;

import dev.perennial.domain.shared.MemberId;

/**
 * Who sends or receives.
 *
 * @param number the platform's dense number of the member within the tenant
 */
public record Party(MemberId id, int number) {}
