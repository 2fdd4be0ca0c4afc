package dev.perennial.domain.program;

import java.util.Map;
import java.util.Set;

/**
 * How far a member had come when a fact occurred: what earlier facts add up to besides purchases.
 *
 * @param tier the id of the level; empty for none
 * @param tierRank the level's place from 1, 0 for none
 * @param benefits the ids of the benefits of the level and of the memberships
 * @param memberships the ids of the plans whose benefits the member has
 * @param counters the value of each counter before the fact
 */
public record Progress(
        String tier, int tierRank, Set<String> benefits, Set<String> memberships, Map<String, Long> counters) {

    public static final Progress NONE = new Progress("", 0, Set.of(), Set.of(), Map.of());

    public Progress {
        benefits = Set.copyOf(benefits);
        memberships = Set.copyOf(memberships);
        counters = Map.copyOf(counters);
    }
}
