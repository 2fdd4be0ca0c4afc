package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leave for members to send a unit to each other.
 *
 * @param unit the unit's id; one transfer for each unit
 * @param minimum the least that is sent at once, at least 1, in the unit's smallest step
 * @param maximum the most that is sent at once, at least the minimum
 * @param sending how much and how often one member may send, one for each period
 * @param receiving how often one member may receive, one for each period
 * @param expiry when it runs out, counted from the moment it is received; null when it keeps the expiry that it has
 */
public record TransferDocument(
        String unit,
        long minimum,
        long maximum,
        List<SendingLimit> sending,
        List<ReceivingLimit> receiving,
        @Nullable Expiry expiry) {

    public static final long DEFAULT_MINIMUM = 1;

    /** More than anybody can have. */
    public static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    public TransferDocument {
        sending = List.copyOf(sending);
        receiving = List.copyOf(receiving);
    }

    /** Any amount as often as anybody likes, with the expiry that it has. */
    public static TransferDocument unlimited(String unit) {
        return new TransferDocument(unit, DEFAULT_MINIMUM, AMOUNT_MAX, List.of(), List.of(), null);
    }

    /** The id under which what a transfer moves is kept, as a rule's; a rule's own id has no colon. */
    public static String ruleOf(String unit) {
        return "transfer:" + unit;
    }

    /**
     * What one member may send in a period. Not both are 0.
     *
     * @param units at least 0, in the unit's smallest step; 0 for as many as there are
     * @param times at least 0; 0 for as often as anybody likes
     */
    public record SendingLimit(Period period, long units, long times) {

        String words() {
            String often = times == 0 ? "" : Words.count(times, "time");
            return Words.joined(units == 0 ? "" : Long.toString(units), often) + " " + period.words();
        }
    }

    /**
     * How often one member may receive in a period.
     *
     * @param times at least 1
     */
    public record ReceivingLimit(Period period, long times) {

        String words() {
            return Words.count(times, "time") + " " + period.words();
        }
    }
}
