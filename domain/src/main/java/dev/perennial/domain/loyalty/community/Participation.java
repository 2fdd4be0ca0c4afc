package dev.perennial.domain.loyalty.community;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where a member takes part of its own will.
 *
 * @param leaderboards the ids of the rankings that it is seen on
 * @param club the id of its club, which is the caller's own; empty for none
 */
public record Participation(Set<String> leaderboards, String club) {

    public static final Participation NONE = new Participation(Set.of(), "");

    public Participation {
        leaderboards = Set.copyOf(leaderboards);
    }

    public boolean isInAClub() {
        return !club.isEmpty();
    }

    Participation on(String leaderboard) {
        Set<String> more = new TreeSet<>(leaderboards);
        more.add(leaderboard);
        return new Participation(more, club);
    }

    Participation off(String leaderboard) {
        Set<String> fewer = new TreeSet<>(leaderboards);
        fewer.remove(leaderboard);
        return new Participation(fewer, club);
    }

    Participation inClub(String other) {
        return new Participation(leaderboards, other);
    }
}
