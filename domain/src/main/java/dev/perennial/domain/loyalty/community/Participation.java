package dev.perennial.domain.loyalty.community;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a member takes part of its own will.
 *
 * @param leaderboards the rankings that it is seen on, by their ids, and since when
 * @param club where it works with others; null for nowhere
 */
public record Participation(
        Map<String, Instant> leaderboards, @Nullable Membership club) {

    public static final Participation NONE = new Participation(Map.of(), null);

    public Participation {
        leaderboards = Map.copyOf(leaderboards);
    }

    /**
     * Being in a club.
     *
     * @param id the caller's own id of the club
     */
    public record Membership(String id, Instant since) {}

    /** The id of the club; empty for none. */
    public String clubId() {
        return club == null ? "" : club.id();
    }

    Participation on(String leaderboard, Instant since) {
        Map<String, Instant> more = new HashMap<>(leaderboards);
        more.put(leaderboard, since);
        return new Participation(more, club);
    }

    Participation off(String leaderboard) {
        Map<String, Instant> fewer = new HashMap<>(leaderboards);
        fewer.remove(leaderboard);
        return new Participation(fewer, club);
    }

    Participation inClub(String id, Instant since) {
        return new Participation(leaderboards, new Membership(id, since));
    }

    Participation inNoClub() {
        return new Participation(leaderboards, null);
    }
}
