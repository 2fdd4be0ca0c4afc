package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.ledger.Lot;
import java.time.Instant;
import java.util.List;

/**
 * The part of a member's past that a late fact or a refund can change.
 *
 * @param from the moment before which nothing is looked at
 * @param before the fold up to that moment
 * @param facts every fact since, in any order; refunds are not among them
 * @param refunds every refund of an order among the facts, and of the order that the decision is about
 * @param lots every lot, open or closed, that was granted for one of the facts
 */
public record History(Instant from, Tally before, List<RecordedFact> facts, List<Refund> refunds, List<Lot> lots) {

    public History {
        facts = List.copyOf(facts);
        refunds = List.copyOf(refunds);
        lots = List.copyOf(lots);
    }
}
