package dev.perennial.grpc.loyalty;

import com.google.type.Date;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc.ClubServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.GetClubRequest;
import dev.perennial.contract.loyalty.v1.GetRankRequest;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.loyalty.v1.JoinLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc.LeaderboardServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.LeaveClubRequest;
import dev.perennial.contract.loyalty.v1.LeaveLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.ListClubMembersRequest;
import dev.perennial.contract.loyalty.v1.ListRanksRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about leaderboards and clubs. Storage fails here, so what is refused has not touched it. */
class BadCommunityRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final LeaderboardServiceBlockingStub BOARDS =
            EDGE.as(Edge.KEY, LeaderboardServiceGrpc::newBlockingStub);
    private static final ClubServiceBlockingStub CLUBS = EDGE.as(Edge.KEY, ClubServiceGrpc::newBlockingStub);
    private static final List<String> NAMES = List.of("", "x".repeat(65), "Top", "1st", "a b", "nul\0");

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        join("member_id", request -> request.setMemberId(id)),
                        join("request_id", request -> request.setRequestId(id)),
                        leave("member_id", request -> request.setMemberId(id)),
                        leave("request_id", request -> request.setRequestId(id)),
                        rank("member_id", request -> request.setMemberId(id)),
                        joinClub("member_id", request -> request.setMemberId(id)),
                        joinClub("club_id", request -> request.setClubId(id)),
                        joinClub("request_id", request -> request.setRequestId(id)),
                        leaveClub("member_id", request -> request.setMemberId(id)),
                        leaveClub("request_id", request -> request.setRequestId(id)),
                        new BadInput(
                                "GetClub",
                                "club_id",
                                () -> CLUBS.getClub(GetClubRequest.newBuilder()
                                        .setClubId(id)
                                        .build())),
                        members("club_id", request -> request.setClubId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> names() {
        return BadInput.allRefused(NAMES.stream()
                .flatMap(name -> Stream.of(
                        join("leaderboard_id", request -> request.setLeaderboardId(name)),
                        leave("leaderboard_id", request -> request.setLeaderboardId(name)),
                        ranks("leaderboard_id", request -> request.setLeaderboardId(name)),
                        rank("leaderboard_id", request -> request.setLeaderboardId(name)))));
    }

    @TestFactory
    Stream<DynamicTest> whatOthersSee() {
        return BadInput.allRefused(Stream.concat(Stream.of("", "x".repeat(65)), BadInput.CONTROL_CHARACTERS.stream())
                .map(name -> join("public_name", request -> request.setPublicName(name))));
    }

    @TestFactory
    Stream<DynamicTest> days() {
        return BadInput.allRefused(Stream.of(date(2026, 2, 29), date(2026, 13, 1), date(0, 1, 1), date(2026, 1, 0))
                .flatMap(day -> Stream.of(
                        ranks("day", request -> request.setDay(day)), rank("day", request -> request.setDay(day)))));
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return BadInput.allRefused(Stream.of(
                ranks("page_size", request -> request.setPageSize(-1)),
                ranks("page_token", request -> request.setPageToken("x".repeat(513))),
                ranks("page_token", request -> request.setPageToken("bm90IG91cnM")),
                members("page_size", request -> request.setPageSize(-1)),
                members("page_token", request -> request.setPageToken("bm90IG91cnM"))));
    }

    private static Date date(int year, int month, int day) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }

    private static BadInput join(String field, Consumer<JoinLeaderboardRequest.Builder> spoil) {
        JoinLeaderboardRequest.Builder request = JoinLeaderboardRequest.newBuilder()
                .setMemberId("anna")
                .setLeaderboardId("top")
                .setPublicName("Owl")
                .setRequestId("r1");
        spoil.accept(request);
        return new BadInput("JoinLeaderboard", field, () -> BOARDS.joinLeaderboard(request.build()));
    }

    private static BadInput leave(String field, Consumer<LeaveLeaderboardRequest.Builder> spoil) {
        LeaveLeaderboardRequest.Builder request = LeaveLeaderboardRequest.newBuilder()
                .setMemberId("anna")
                .setLeaderboardId("top")
                .setRequestId("r1");
        spoil.accept(request);
        return new BadInput("LeaveLeaderboard", field, () -> BOARDS.leaveLeaderboard(request.build()));
    }

    private static BadInput ranks(String field, Consumer<ListRanksRequest.Builder> spoil) {
        ListRanksRequest.Builder request = ListRanksRequest.newBuilder().setLeaderboardId("top");
        spoil.accept(request);
        return new BadInput("ListRanks", field, () -> BOARDS.listRanks(request.build()));
    }

    private static BadInput rank(String field, Consumer<GetRankRequest.Builder> spoil) {
        GetRankRequest.Builder request =
                GetRankRequest.newBuilder().setMemberId("anna").setLeaderboardId("top");
        spoil.accept(request);
        return new BadInput("GetRank", field, () -> BOARDS.getRank(request.build()));
    }

    private static BadInput joinClub(String field, Consumer<JoinClubRequest.Builder> spoil) {
        JoinClubRequest.Builder request = JoinClubRequest.newBuilder()
                .setMemberId("anna")
                .setClubId("owls")
                .setRequestId("r1");
        spoil.accept(request);
        return new BadInput("JoinClub", field, () -> CLUBS.joinClub(request.build()));
    }

    private static BadInput leaveClub(String field, Consumer<LeaveClubRequest.Builder> spoil) {
        LeaveClubRequest.Builder request =
                LeaveClubRequest.newBuilder().setMemberId("anna").setRequestId("r1");
        spoil.accept(request);
        return new BadInput("LeaveClub", field, () -> CLUBS.leaveClub(request.build()));
    }

    private static BadInput members(String field, Consumer<ListClubMembersRequest.Builder> spoil) {
        ListClubMembersRequest.Builder request =
                ListClubMembersRequest.newBuilder().setClubId("owls");
        spoil.accept(request);
        return new BadInput("ListClubMembers", field, () -> CLUBS.listClubMembers(request.build()));
    }
}
