package dev.perennial.domain.loyalty.community;

import java.util.HashMap;
import java.util.Map;

/**
 * What a decision about a member makes known to others: values of its counters.
 *
 * @param ranked what the member has now in periods of rankings; 0 takes it off
 * @param clubs what the member has now in periods that its club counts, what it had before it joined included
 * @param joining what of that the member had when it joined the club, which the club does not get
 */
public record Scores(Map<RankedPeriod, Long> ranked, Map<ClubPeriod, Long> clubs, Map<ClubPeriod, Long> joining) {

    public static final Scores NONE = new Scores(Map.of(), Map.of(), Map.of());

    public Scores {
        ranked = Map.copyOf(ranked);
        clubs = Map.copyOf(clubs);
        joining = Map.copyOf(joining);
    }

    public boolean isEmpty() {
        return ranked.isEmpty() && clubs.isEmpty() && joining.isEmpty();
    }

    /** These and later ones: the later value of a period is the one that holds. */
    public Scores then(Scores later) {
        if (isEmpty() || later.isEmpty()) {
            return isEmpty() ? later : this;
        }
        return new Scores(joined(ranked, later.ranked), joined(clubs, later.clubs), joined(joining, later.joining));
    }

    private static <K> Map<K, Long> joined(Map<K, Long> first, Map<K, Long> later) {
        Map<K, Long> all = new HashMap<>(first);
        all.putAll(later);
        return all;
    }
}
