package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.loyalty.v1.ClubMember;
import dev.perennial.contract.loyalty.v1.GetClubRequest;
import dev.perennial.contract.loyalty.v1.GetRankRequest;
import dev.perennial.contract.loyalty.v1.GetRankResponse;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.loyalty.v1.JoinLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.LeaderboardState;
import dev.perennial.contract.loyalty.v1.LeaveClubRequest;
import dev.perennial.contract.loyalty.v1.LeaveLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.ListClubMembersRequest;
import dev.perennial.contract.loyalty.v1.ListRanksRequest;
import dev.perennial.contract.loyalty.v1.ListRanksResponse;
import dev.perennial.contract.loyalty.v1.SharedChallengeProgress;
import dev.perennial.contract.program.v1.Challenge;
import dev.perennial.contract.program.v1.CountedAmount;
import dev.perennial.contract.program.v1.Counter;
import dev.perennial.contract.program.v1.Leaderboard;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A month's ranking by spending, and clubs that spend 100 euros together, in a sandbox. Day 0 is 5 January. */
class CommunityStoryTest {

    private static final Date JANUARY =
            Date.newBuilder().setYear(2026).setMonth(1).setDay(20).build();

    private final Shop shop = opened();
    private int requests;

    private static Shop opened() {
        AProgram program = aProgram(aRule("base").perEuro(1));
        Shop shop = Platform.newSandbox()
                .runs(new AProgram(program.document().toBuilder()
                        .addCounters(Counter.newBuilder()
                                .setId("spent")
                                .setActivityType(ActivityType.ACTIVITY_TYPE_PURCHASE)
                                .setAmount(CountedAmount.getDefaultInstance())
                                .setCurrent(Period.PERIOD_MONTH))
                        .addLeaderboards(Leaderboard.newBuilder()
                                .setId("top")
                                .setName("Top of the month")
                                .setCounter("spent")
                                .setSettlementDelayHours(48))
                        .addChallenges(Challenge.newBuilder()
                                .setId("together")
                                .setName("Together")
                                .setCounter("spent")
                                .setShared(true)
                                .addStages(Stage.newBuilder()
                                        .setTarget(euros(100))
                                        .setUnit("stamps")
                                        .setUnits(3)))
                        .build()));
        List.of("alice", "bob", "carol", "dave").forEach(shop::enrols);
        return shop;
    }

    @Test
    void ranksAreSharedAndTheMonthFreezesAfterItsSettlement() {
        List.of("alice", "bob", "carol", "dave").forEach(member -> joins(member, "The " + member));
        buys("alice", "o1", 30);
        buys("bob", "o2", 20);
        buys("carol", "o3", 20);
        buys("dave", "o4", 10);
        assertThat(ranks(ListRanksRequest.newBuilder()))
                .containsExactly("1 The alice 3000", "2 The bob 2000", "2 The carol 2000", "4 The dave 1000");
        assertThat(pageByPage())
                .containsExactly("1 The alice 3000", "2 The bob 2000", "2 The carol 2000", "4 The dave 1000");
        assertThat(rank("carol").getRank().getRank()).isEqualTo(2);

        shop.advances(day(27)); // 1 February, 10:00 in Berlin: January settles
        shop.buys("dave", "late", euros(25)).on(day(20)).told();
        shop.refunds("alice", "o1", "r1", euros(15)).on(day(27)).told();
        ListRanksRequest.Builder january = ListRanksRequest.newBuilder().setDay(JANUARY);
        assertThat(page(january).getPeriod().getState()).isEqualTo(LeaderboardState.LEADERBOARD_STATE_SETTLING);
        List<String> settled = List.of("1 The dave 3500", "2 The bob 2000", "2 The carol 2000", "4 The alice 1500");
        assertThat(ranks(january)).isEqualTo(settled);
        assertThat(ranks(ListRanksRequest.newBuilder())).isEmpty();

        shop.advances(day(29)); // 3 February
        shop.refunds("dave", "late", "r2", euros(25)).on(day(29)).told();
        assertThat(page(january).getPeriod().getState()).isEqualTo(LeaderboardState.LEADERBOARD_STATE_FROZEN);
        assertThat(ranks(january)).isEqualTo(settled);

        leaves("dave");
        assertThat(ranks(january)).isEqualTo(settled);
    }

    @Test
    void whoLeavesIsNotSeenAndWhoNeverJoinedNeither() {
        joins("alice", "Owl");
        buys("alice", "o1", 30);
        buys("bob", "o2", 50);
        assertThat(ranks(ListRanksRequest.newBuilder())).containsExactly("1 Owl 3000");
        assertThat(rank("bob").hasRank()).isFalse();
        leaves("alice");
        assertThat(ranks(ListRanksRequest.newBuilder())).isEmpty();
        assertThat(Reply.refusalOf(() -> leaves("alice"))).isEqualTo("FAILED_PRECONDITION PARTICIPATION_STATE");
        assertThat(Reply.refusalOf(() -> ranks(ListRanksRequest.newBuilder().setLeaderboardId("flop"))))
                .isEqualTo("NOT_FOUND LEADERBOARD_NOT_FOUND");
        assertThat(Reply.refusalOf(() -> ranks(ListRanksRequest.newBuilder()
                        .setDay(Date.newBuilder().setYear(2026).setMonth(1).setDay(6)))))
                .isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(Rows.events(shop, "alice"))
                .contains("profile updated", "on the leaderboard top", "off the leaderboard top");
    }

    @Test
    void aClubReachesTogetherWhatEachContributesTo() {
        buys("alice", "before", 90);
        joinsClub("alice");
        joinsClub("bob");
        joinsClub("carol");
        buys("alice", "o1", 60);
        buys("dave", "o2", 500);
        assertThat(together().getTotal()).isEqualTo(euros(60));
        assertThat(together().getStages(0).getMissing()).isEqualTo(euros(40));
        buys("bob", "o3", 40);
        settle(1);

        assertThat(together().getStages(0).getReached()).isEqualTo(1);
        assertThat(stampsOf("alice")).isEqualTo(3);
        assertThat(stampsOf("bob")).isEqualTo(3);
        assertThat(stampsOf("carol")).as("has contributed nothing").isZero();
        assertThat(stampsOf("dave")).as("is in no club").isZero();

        shop.refunds("bob", "o3", "r1", euros(40)).on(day(0)).told();
        buys("carol", "o4", 45);
        settle(2);
        assertThat(together().getTotal()).isEqualTo(euros(105));
        assertThat(stampsOf("alice")).as("once in each period").isEqualTo(3);
        assertThat(stampsOf("bob")).as("what was reached stays reached").isEqualTo(3);

        shop.advances(day(30));
        assertThat(together().getTotal()).isZero();
        shop.buys("carol", "o5", euros(100)).on(day(30)).told();
        shop.advances(day(31));
        assertThat(stampsOf("carol")).isEqualTo(3);
        assertThat(stampsOf("alice")).isEqualTo(3);
        assertThat(Rows.events(shop, "carol")).contains("CLUB_GOAL recorded");
    }

    @Test
    void membersOfAClubSeeEachOthersPublicNamesOnly() {
        joins("bob", "Owl");
        joinsClub("alice");
        joinsClub("bob");
        assertThat(shop.clubs
                        .listClubMembers(ListClubMembersRequest.newBuilder()
                                .setClubId("Night Owls")
                                .build())
                        .getMembersList())
                .containsExactly(
                        ClubMember.newBuilder().setMemberId("alice").build(),
                        ClubMember.newBuilder()
                                .setMemberId("bob")
                                .setPublicName("Owl")
                                .build());
        assertThat(Reply.refusalOf(() -> joinsClub("alice"))).isEqualTo("FAILED_PRECONDITION PARTICIPATION_STATE");
        leavesClub("alice");
        leavesClub("bob");
        assertThat(Reply.refusalOf(this::together)).isEqualTo("NOT_FOUND CLUB_NOT_FOUND");
    }

    private void buys(String member, String order, long euros) {
        shop.buys(member, order, euros(euros)).on(day(0)).told();
    }

    /** A clock that is advanced waits for all that follows from what happened. */
    private void settle(int second) {
        shop.advances(day(0).plusSeconds(second));
    }

    private long stampsOf(String member) {
        return shop
                .ledger
                .getBalances(GetBalancesRequest.newBuilder().setMemberId(member).build())
                .getBalancesList()
                .stream()
                .filter(balance -> balance.getUnit().equals("stamps"))
                .mapToLong(balance -> balance.getAvailable())
                .sum();
    }

    private Object joins(String member, String name) {
        return shop.leaderboards.joinLeaderboard(JoinLeaderboardRequest.newBuilder()
                .setMemberId(member)
                .setLeaderboardId("top")
                .setPublicName(name)
                .setRequestId("request-" + ++requests)
                .build());
    }

    private Object leaves(String member) {
        return shop.leaderboards.leaveLeaderboard(LeaveLeaderboardRequest.newBuilder()
                .setMemberId(member)
                .setLeaderboardId("top")
                .setRequestId("request-" + ++requests)
                .build());
    }

    private Object joinsClub(String member) {
        return shop.clubs.joinClub(JoinClubRequest.newBuilder()
                .setMemberId(member)
                .setClubId("Night Owls")
                .setRequestId("request-" + ++requests)
                .build());
    }

    private Object leavesClub(String member) {
        return shop.clubs.leaveClub(LeaveClubRequest.newBuilder()
                .setMemberId(member)
                .setRequestId("request-" + ++requests)
                .build());
    }

    private SharedChallengeProgress together() {
        return shop.clubs
                .getClub(GetClubRequest.newBuilder().setClubId("Night Owls").build())
                .getChallenges(0);
    }

    private GetRankResponse rank(String member) {
        return shop.leaderboards.getRank(GetRankRequest.newBuilder()
                .setMemberId(member)
                .setLeaderboardId("top")
                .build());
    }

    private ListRanksResponse page(ListRanksRequest.Builder request) {
        if (request.getLeaderboardId().isEmpty()) {
            request.setLeaderboardId("top");
        }
        return shop.leaderboards.listRanks(request.build());
    }

    private List<String> ranks(ListRanksRequest.Builder request) {
        return words(page(request));
    }

    private List<String> pageByPage() {
        ListRanksResponse first = page(ListRanksRequest.newBuilder().setPageSize(3));
        ListRanksResponse second =
                page(ListRanksRequest.newBuilder().setPageSize(3).setPageToken(first.getNextPageToken()));
        assertThat(first.getTotalSize()).isEqualTo(4);
        assertThat(second.getNextPageToken()).isEmpty();
        return Stream.of(first, second).flatMap(page -> words(page).stream()).toList();
    }

    private static List<String> words(ListRanksResponse page) {
        return page.getRanksList().stream()
                .map(rank -> rank.getRank() + " " + rank.getPublicName() + " " + rank.getScore())
                .toList();
    }
}
