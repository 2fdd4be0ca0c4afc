package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.community.BoardPeriod;
import dev.perennial.application.loyalty.community.Leaderboards;
import dev.perennial.contract.loyalty.v1.LeaderboardPeriod;
import dev.perennial.contract.loyalty.v1.LeaderboardState;
import dev.perennial.contract.loyalty.v1.Rank;
import dev.perennial.grpc.shared.Times;

/** Rankings, for replies. */
final class LeaderboardTranslator {

    private LeaderboardTranslator() {}

    static LeaderboardPeriod period(BoardPeriod period) {
        return LeaderboardPeriod.newBuilder()
                .setLeaderboardId(period.leaderboard().id())
                .setName(period.leaderboard().name())
                .setStart(Times.toProto(period.start()))
                .setEndsAt(Times.toProto(period.endsAt()))
                .setFreezesAt(Times.toProto(period.freezesAt()))
                .setState(state(period.state()))
                .build();
    }

    private static LeaderboardState state(BoardPeriod.State state) {
        return switch (state) {
            case OPEN -> LeaderboardState.LEADERBOARD_STATE_OPEN;
            case SETTLING -> LeaderboardState.LEADERBOARD_STATE_SETTLING;
            case FROZEN -> LeaderboardState.LEADERBOARD_STATE_FROZEN;
        };
    }

    static Rank rank(Leaderboards.Line line) {
        return Rank.newBuilder()
                .setRank(line.rank())
                .setMemberId(line.member().value())
                .setPublicName(line.publicName())
                .setScore(line.score())
                .build();
    }
}
