package dev.perennial.bootstrap.story.shops;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc;
import dev.perennial.contract.loyalty.v1.GetClubRequest;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.loyalty.v1.JoinLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc;
import dev.perennial.contract.loyalty.v1.ListRanksRequest;
import dev.perennial.contract.loyalty.v1.ListRanksResponse;
import dev.perennial.contract.loyalty.v1.SharedChallengeProgress;
import java.util.List;

/** What members of a running club do with each other: they are ranked, and they run in a team. */
record Team(ExampleShop shop, String leaderboard, String club) {

    List<String> asksToBeSeen(String member, String publicName) {
        var _ = LeaderboardServiceGrpc.newBlockingStub(shop.channel)
                .joinLeaderboard(JoinLeaderboardRequest.newBuilder()
                        .setMemberId(member)
                        .setLeaderboardId(leaderboard)
                        .setPublicName(publicName)
                        .setRequestId(shop.newKey())
                        .build());
        return shop.happenedTo(member);
    }

    List<String> joins(String member) {
        var _ = ClubServiceGrpc.newBlockingStub(shop.channel)
                .joinClub(JoinClubRequest.newBuilder()
                        .setMemberId(member)
                        .setClubId(club)
                        .setRequestId(shop.newKey())
                        .build());
        return shop.happenedTo(member);
    }

    /** Rank, name and score of a month of 2026. */
    List<String> ranksOf(int month) {
        return ranking(month).getRanksList().stream()
                .map(rank -> rank.getRank() + " " + rank.getPublicName() + " " + rank.getScore())
                .toList();
    }

    /** How far the month's ranking is: OPEN, SETTLING or FROZEN. */
    String stateOf(int month) {
        return ranking(month).getPeriod().getState().name().replace("LEADERBOARD_STATE_", "");
    }

    private ListRanksResponse ranking(int month) {
        return LeaderboardServiceGrpc.newBlockingStub(shop.channel)
                .listRanks(ListRanksRequest.newBuilder()
                        .setLeaderboardId(leaderboard)
                        .setDay(Date.newBuilder().setYear(2026).setMonth(month).setDay(1))
                        .build());
    }

    SharedChallengeProgress progress() {
        return ClubServiceGrpc.newBlockingStub(shop.channel)
                .getClub(GetClubRequest.newBuilder().setClubId(club).build())
                .getChallenges(0);
    }
}
