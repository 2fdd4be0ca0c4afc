package dev.perennial.application.loyalty;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** What a member's ledger holds of the past and decisions do not load: closed lots, and entries by what they are about. */
public interface LedgerPast {

    /** The lot, open or closed; empty when the member has none of the number. */
    Optional<Lot> lot(TenantId tenant, MemberId member, int number);

    /** Every entry that changed the lot, in the order in which they were made. */
    List<Entry> ofLot(TenantId tenant, MemberId member, int lot);

    /** Every entry that moved what the fact of that number is entitled to, in the order in which they were made. */
    List<Entry> ofActivity(TenantId tenant, MemberId member, long activity);
}
