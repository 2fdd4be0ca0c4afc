package dev.perennial.domain.program;

/**
 * A ranking of the members who take part, by a counter.
 *
 * @param id unique among the leaderboards
 * @param counter the id of a counter over a calendar period
 * @param settlementDelayHours how long after a period's end late facts still move it; 0 to 720
 */
public record LeaderboardDocument(String id, String name, String counter, int settlementDelayHours) {}
