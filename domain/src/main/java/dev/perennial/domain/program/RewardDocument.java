package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that members buy with units, or that is theirs by their standing.
 *
 * @param id unique among the rewards and stable over the versions of the program
 * @param pictureUrl an https address; empty for none
 * @param price null for one that costs nothing
 * @param gates who may have it and when
 * @param supply how much of it there is
 * @param reservationMinutes how long a reservation holds, 1 to 43,200
 */
public record RewardDocument(
        String id,
        LocalizedText name,
        LocalizedText description,
        String pictureUrl,
        RewardContent content,
        @Nullable Price price,
        RewardGates gates,
        RewardSupply supply,
        int reservationMinutes) {

    public static final int DEFAULT_RESERVATION_MINUTES = 30;

    /**
     * What it costs.
     *
     * @param amount at least 1, in the unit's smallest step
     */
    public record Price(String unit, long amount) {}

    /**
     * How often one member may have it in a period.
     *
     * @param times at least 1
     */
    public record Limit(Period period, long times) {

        /** {@code 2 times a month}. */
        public String words() {
            return (times == 1 ? "once" : times + " times") + " " + period.words();
        }
    }

    /** The id under which what a redemption moves is kept, as a rule's; a rule's own id has no colon. */
    public static String ruleOf(String reward) {
        return "reward:" + reward;
    }

    public List<Limit> limits() {
        return gates.limits();
    }
}
