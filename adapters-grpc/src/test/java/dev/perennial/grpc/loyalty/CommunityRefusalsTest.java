package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.GetClubRequest;
import dev.perennial.contract.loyalty.v1.GetRankRequest;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.loyalty.v1.JoinLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.LeaveClubRequest;
import dev.perennial.contract.loyalty.v1.LeaveLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.ListClubMembersRequest;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import io.grpc.Status.Code;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be asked of leaderboards and clubs and is refused: the reason, and nothing left behind. */
class CommunityRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final Shop SHOP = Shop.of(EDGE, Edge.KEY);
    private static final Shop RIVAL = Shop.of(EDGE, Edge.RIVALS_KEY);

    @BeforeAll
    static void open() {
        var _ = SHOP.opened();
        var _ = RIVAL.members()
                .enrolMember(Samples.enrolment().setMemberId("bert").build());
        for (String member : List.of("carl", "dora")) {
            var _ = SHOP.members()
                    .enrolMember(Samples.enrolment()
                            .setMemberId(member)
                            .setRequestId("enrol-" + member)
                            .build());
            var _ = SHOP.clubs().joinClub(club(member, "larks", "larks-" + member));
        }
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @Test
    void aLeaderboardThatIsNotThereChangesNotEvenTheName() {
        Member before = anna();
        Refused refused = Refused.by(() -> SHOP.leaderboards().joinLeaderboard(board("anna", "b1")));
        assertThat(refused.reason()).isEqualTo("LEADERBOARD_NOT_FOUND");
        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(Refused.by(() -> SHOP.leaderboards()
                                .getRank(GetRankRequest.newBuilder()
                                        .setMemberId("anna")
                                        .setLeaderboardId("top")
                                        .build()))
                        .reason())
                .isEqualTo("LEADERBOARD_NOT_FOUND");
        assertThat(Refused.by(() -> SHOP.leaderboards()
                                .leaveLeaderboard(LeaveLeaderboardRequest.newBuilder()
                                        .setMemberId("anna")
                                        .setLeaderboardId("top")
                                        .setRequestId("b2")
                                        .build()))
                        .reason())
                .isEqualTo("PARTICIPATION_STATE");
        assertThat(anna()).isEqualTo(before);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefusedAndARefusedKeyIsFree() {
        Refused early = Refused.by(() -> SHOP.clubs().leaveClub(leave("anna", "k1")));
        assertThat(early.reason()).isEqualTo("PARTICIPATION_STATE");
        var first = SHOP.clubs().joinClub(club("anna", "owls", "k1"));
        assertThat(SHOP.clubs().joinClub(club("anna", "owls", "k1"))).isEqualTo(first);
        assertThat(Refused.by(() -> SHOP.clubs().joinClub(club("anna", "hawks", "k1")))
                        .reason())
                .isEqualTo("KEY_REUSED");
        assertThat(Refused.by(() -> SHOP.clubs().joinClub(club("anna", "hawks", "k2")))
                        .reason())
                .isEqualTo("PARTICIPATION_STATE");
        var _ = SHOP.clubs().leaveClub(leave("anna", "k3"));
    }

    @Test
    void anothersMemberAndClubAreAsUnknownAsNobodys() {
        same(
                () -> SHOP.clubs().joinClub(club("bert", "owls", "u1")),
                () -> SHOP.clubs().joinClub(club("nobody", "owls", "u1")));
        same(
                () -> SHOP.leaderboards().joinLeaderboard(board("bert", "u2")),
                () -> SHOP.leaderboards().joinLeaderboard(board("nobody", "u2")));
        same(() -> RIVAL.clubs().getClub(of("larks")), () -> RIVAL.clubs().getClub(of("of-nobody")));
        assertThat(SHOP.clubs().getClub(of("larks")).getChallengesList()).isEmpty();
        assertThat(Refused.by(() -> RIVAL.clubs().joinClub(club("bert", "owls", "u3")))
                        .reason())
                .isEqualTo("PROGRAM_NOT_APPLIED");
    }

    @Test
    void aPageTokenIsGoodForItsOwnQueryOnly() {
        var first = SHOP.clubs().listClubMembers(members("larks").setPageSize(1).build());
        assertThat(first.getMembersList())
                .extracting(member -> member.getMemberId())
                .containsExactly("carl");
        String token = first.getNextPageToken();
        assertThat(SHOP.clubs()
                        .listClubMembers(members("larks").setPageToken(token).build())
                        .getMembersList())
                .extracting(member -> member.getMemberId())
                .containsExactly("dora");
        assertThat(Refused.by(() -> SHOP.clubs()
                                .listClubMembers(
                                        members("owls").setPageToken(token).build()))
                        .fields())
                .containsExactly("page_token");
    }

    private static void same(ThrowingCallable foreign, ThrowingCallable unknown) {
        assertThat(Refused.by(foreign).code()).isEqualTo(Code.NOT_FOUND);
        assertThat(Refused.bytesOf(foreign)).isEqualTo(Refused.bytesOf(unknown));
    }

    private static Member anna() {
        return SHOP.members()
                .getMember(GetMemberRequest.newBuilder().setMemberId("anna").build())
                .getMember();
    }

    private static JoinLeaderboardRequest board(String member, String requestId) {
        return JoinLeaderboardRequest.newBuilder()
                .setMemberId(member)
                .setLeaderboardId("top")
                .setPublicName("Owl")
                .setRequestId(requestId)
                .build();
    }

    private static JoinClubRequest club(String member, String club, String requestId) {
        return JoinClubRequest.newBuilder()
                .setMemberId(member)
                .setClubId(club)
                .setRequestId(requestId)
                .build();
    }

    private static LeaveClubRequest leave(String member, String requestId) {
        return LeaveClubRequest.newBuilder()
                .setMemberId(member)
                .setRequestId(requestId)
                .build();
    }

    private static GetClubRequest of(String club) {
        return GetClubRequest.newBuilder().setClubId(club).build();
    }

    private static ListClubMembersRequest.Builder members(String club) {
        return ListClubMembersRequest.newBuilder().setClubId(club);
    }
}
