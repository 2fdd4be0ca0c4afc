package dev.perennial.domain.loyalty.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voucher that was issued elsewhere and was not used yet.
 *
 * @param code as it was printed, unique within the tenant
 * @param reward the id of the program's reward that says what it is worth
 * @param expiresAt the first moment at which it can no longer be used; null for never
 */
public record BroughtVoucher(
        String code, String reward, @Nullable Instant expiresAt) {}
