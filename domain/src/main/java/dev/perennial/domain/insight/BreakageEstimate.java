package dev.perennial.domain.insight;

import java.util.List;

/** Which part of what was issued will never be used, as far as that can be told. */
public sealed interface BreakageEstimate {

    /** How many vintages with anything issued it looked at. */
    int vintages();

    /** Why nothing can be told. */
    enum Missing {
        /** There are fewer vintages than it takes. */
        VINTAGES,
        /** Too much of the oldest vintage can still be used, so nobody knows how such a vintage ends. */
        RUN_OFF,
        /** Nothing has run out yet. */
        EXPIRIES
    }

    /** There is too little to estimate from. */
    record NotEnoughHistory(int vintages, Missing missing) implements BreakageEstimate {}

    /**
     * An estimate.
     *
     * @param share of everything that was issued, 0 to 1
     * @param ultimate what each vintage comes to in the end, the oldest first, in the unit's smallest step
     * @param developed which share of that has run out by the age of each vintage, as older ones did; 0 to 1
     */
    record Estimated(int vintages, double share, List<Double> ultimate, List<Double> developed)
            implements BreakageEstimate {

        public Estimated {
            ultimate = List.copyOf(ultimate);
            developed = List.copyOf(developed);
        }
    }
}
