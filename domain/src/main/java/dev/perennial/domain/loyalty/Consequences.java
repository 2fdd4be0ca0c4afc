package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Entry;
import java.util.List;

/**
 * What recording a fact came to.
 *
 * @param entries what was posted for it, without what was only due by then
 * @param outcomes what each rule said about the fact; for a refund, about its order as it is worth now
 * @param notes what else the caller should know
 */
public record Consequences(
        Decision decision,
        long activityNumber,
        int programVersion,
        List<Entry> entries,
        List<RuleOutcome> outcomes,
        List<Note> notes) {

    /** The same, with another decision behind it: one that holds more than was decided on the fact. */
    Consequences with(Decision whole) {
        return new Consequences(whole, activityNumber, programVersion, entries, outcomes, notes);
    }

    /** Things that do not keep a fact from being recorded but that its teller may want to look into. */
    public enum Note {
        /** The fact came after later ones; what those had earned was decided again. */
        DECIDED_AGAIN,
        /** The fact is older than the reopen window: it was decided by itself and nothing earlier was decided again. */
        OUTSIDE_REOPEN_WINDOW,
        /** The refund's order is not known yet; the refund waits for it. */
        WAITS_FOR_PURCHASE,
        /** More was refunded than there was; the excess was clamped. */
        OVER_REFUNDED,
        /** The order says that units paid for it, and nothing is held for it: it has spent none. */
        UNITS_NOT_HELD,
        /** What units paid of the order is not what was held for it; what was held is spent. */
        PAYMENT_DIFFERS
    }
}
