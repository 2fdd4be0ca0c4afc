package dev.perennial.domain.loyalty.transfer;

import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Terms;

/**
 * Units of one of the sender's lots.
 *
 * @param share within the sender
 * @param terms of the lot when they were sent; of a sliding one, available since it was last kept
 * @param programVersion of the lot
 */
public record SentShare(LotShare share, Terms terms, int programVersion) {

    public long amount() {
        return share.amount();
    }
}
