package dev.perennial.domain.program;

import java.util.List;

/** What members collect, work towards and take part in. */
public record EngagementDocument(
        List<CounterDocument> counters,
        List<ChallengeDocument> challenges,
        List<LeaderboardDocument> leaderboards,
        List<PunchCardDocument> punchCards,
        List<RaffleDocument> raffles,
        CelebrationsDocument celebrations) {

    public static final EngagementDocument NONE =
            new EngagementDocument(List.of(), List.of(), List.of(), List.of(), List.of(), CelebrationsDocument.DEFAULT);

    public EngagementDocument {
        counters = List.copyOf(counters);
        challenges = List.copyOf(challenges);
        leaderboards = List.copyOf(leaderboards);
        punchCards = List.copyOf(punchCards);
        raffles = List.copyOf(raffles);
    }
}
