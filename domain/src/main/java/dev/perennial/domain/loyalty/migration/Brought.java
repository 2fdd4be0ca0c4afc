package dev.perennial.domain.loyalty.migration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer had with another system.
 *
 * @param enrolledAt when the customer became a member there
 * @param level null for none
 * @param lots what the opening balance is made of
 */
public record Brought(
        Instant enrolledAt,
        @Nullable BroughtLevel level,
        List<OpeningLot> lots,
        List<BroughtIdentifier> identifiers,
        List<BroughtVoucher> vouchers) {

    public Brought {
        lots = List.copyOf(lots);
        identifiers = List.copyOf(identifiers);
        vouchers = List.copyOf(vouchers);
    }
}
