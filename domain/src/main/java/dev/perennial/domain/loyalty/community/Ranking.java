package dev.perennial.domain.loyalty.community;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Ranks of those who are in descending order of what they have: who has the same has the same rank, and the next one
 * counts all before it, as in 1, 2, 2, 4 ("standard competition ranking").
 */
public final class Ranking {

    private Ranking() {}

    /** One of a ranking, and its rank from 1. */
    public record Ranked<T>(long rank, T who) {}

    /**
     * Ranks a part of a ranking.
     *
     * @param before how many come before the part
     * @param aheadOfFirst how many of those have more than the first of the part
     * @param part in descending order of what they have
     */
    public static <T> List<Ranked<T>> of(List<T> part, ToLongFunction<T> value, long before, long aheadOfFirst) {
        List<Ranked<T>> ranked = new ArrayList<>();
        long rank = aheadOfFirst + 1;
        for (int i = 0; i < part.size(); i++) {
            if (i > 0 && value.applyAsLong(part.get(i)) < value.applyAsLong(part.get(i - 1))) {
                rank = before + i + 1;
            }
            ranked.add(new Ranked<>(rank, part.get(i)));
        }
        return ranked;
    }
}
