package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static dev.perennial.contract.member.v1.MemberStatus.MEMBER_STATUS_ACTIVE;
import static dev.perennial.contract.member.v1.MemberStatus.MEMBER_STATUS_CLOSED;
import static dev.perennial.contract.member.v1.MemberStatus.MEMBER_STATUS_SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.loyalty.v1.LeaveClubRequest;
import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.member.v1.SetMemberStatusResponse;
import dev.perennial.persistence.audit.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A member is suspended, closed and opened again, and staff have rules of their own. */
class StatusStoryTest {

    private final Shop shop = Platform.newSandbox()
            .runs(aProgram(
                    aRule("base").perEuro(1).when("!member.staff"),
                    aRule("later").fixed(5).pendingFor(300).when("!member.staff"),
                    aRule("anniversary")
                            .about(ActivityType.ACTIVITY_TYPE_ANNIVERSARY)
                            .fixed(50)))
            .enrols("ada");

    @AfterEach
    void theBooksBalance() {
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void whoIsSuspendedEarnsButDoesNothingOfItsOwnWish() {
        set(MEMBER_STATUS_SUSPENDED, "s1");

        shop.buys("ada", "o1", euros(80)).on(day(0)).told();
        assertThat(shop.points("ada")).isEqualTo(new Points(80, 5, 0));
        assertThat(Reply.refusalOf(() -> join("j1"))).isEqualTo("FAILED_PRECONDITION MEMBER_SUSPENDED");
        shop.adjusts("ada", -30, "a1");

        set(MEMBER_STATUS_ACTIVE, "s2");
        assertThat(join("j1")).isNotNull();
        set(MEMBER_STATUS_SUSPENDED, "s3");
        assertThat(leave("l1")).isNotNull();
        assertThat(shop.points("ada")).isEqualTo(new Points(50, 5, 0));
    }

    @Test
    void whoIsClosedIsGrantedNothingAndKeepsWhatItHas() {
        shop.buys("ada", "o1", euros(80)).on(day(0)).told();
        set(MEMBER_STATUS_CLOSED, "s1");
        int told = Rows.events(shop, "ada").size();

        shop.buys("ada", "o2", euros(40)).on(day(0)).told();
        shop.advances(day(400));

        assertThat(Rows.eventsAfter(told, shop, "ada"))
                .containsExactly("PURCHASE recorded", "ACTIVATE 5 PENDING→AVAILABLE lot 2 @day 300");
        assertThat(shop.points("ada")).isEqualTo(new Points(85, 0, 0));
        assertThat(Reply.refusalOf(() -> join("j1"))).isEqualTo("FAILED_PRECONDITION MEMBER_CLOSED");
        assertThat(Reply.refusalOf(() -> leave("l1"))).isEqualTo("FAILED_PRECONDITION MEMBER_CLOSED");
        assertThat(Reply.refusalOf(() -> shop.adjusts("ada", 1, "a1"))).isEqualTo("FAILED_PRECONDITION MEMBER_CLOSED");
        assertThat(Reply.refusalOf(this::addCard)).isEqualTo("FAILED_PRECONDITION MEMBER_CLOSED");
    }

    @Test
    void whatWasBoughtWhileClosedStaysWorthNothingWhenItIsDecidedAgain() {
        set(MEMBER_STATUS_CLOSED, "s1");
        shop.advances(day(2));
        shop.buys("ada", "closed", euros(40)).on(day(2)).told();
        set(MEMBER_STATUS_ACTIVE, "s2");
        shop.buys("ada", "late", euros(10)).on(day(1)).told(); // the one after it is decided again

        assertThat(shop.points("ada")).isEqualTo(new Points(10, 5, 0));
        shop.refunds("ada", "closed", "r1", euros(40)).on(day(2)).told();
        assertThat(shop.points("ada")).isEqualTo(new Points(10, 5, 0));
    }

    @Test
    void anniversariesThatPassedMeanwhileAreNotMadeUpFor() {
        set(MEMBER_STATUS_CLOSED, "s1");
        shop.advances(day(400));
        set(MEMBER_STATUS_ACTIVE, "s2");
        shop.advances(day(700));
        assertThat(shop.points("ada")).isEqualTo(Points.NONE);

        shop.advances(day(731));
        assertThat(shop.points("ada")).isEqualTo(new Points(50, 0, 0));
        assertThat(Rows.events(shop, "ada"))
                .startsWith("enrolled", "ACTIVE→CLOSED", "CLOSED→ACTIVE", "ANNIVERSARY recorded");
    }

    @Test
    void whatTheMemberHasRunsOutAtOnceWhenAskedFor() {
        shop.buys("ada", "o1", euros(80)).on(day(0)).told();
        SetMemberStatusRequest request =
                setting(MEMBER_STATUS_CLOSED, "s1").setForfeit(true).build();

        Reply<SetMemberStatusResponse> first = Reply.of(shop.members, stub -> stub.setMemberStatus(request));
        Reply<SetMemberStatusResponse> again = Reply.of(shop.members, stub -> stub.setMemberStatus(request));

        assertThat(again.replayed()).isTrue();
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(shop.points("ada")).isEqualTo(Points.NONE);
        assertThat(Rows.eventsAfter(4, shop, "ada"))
                .containsExactly(
                        "EXPIRE 80 AVAILABLE→EXPIRED lot 1 @day 0",
                        "EXPIRE 5 PENDING→EXPIRED lot 2 @day 0",
                        "ACTIVE→CLOSED");
        shop.advances(day(400)); // nothing of it comes back
        assertThat(shop.points("ada")).isEqualTo(Points.NONE);
        shop.refunds("ada", "o1", "r1", euros(80)).on(day(400)).told(); // nor does it become a debt
        assertThat(shop.points("ada")).isEqualTo(Points.NONE);
    }

    @Test
    void staffAreToldApartByConditionsAndSeenAtTheDesk() {
        var _ = shop.members.setMemberStatus(
                setting(MEMBER_STATUS_ACTIVE, "s1").setStaff(true).build());
        shop.buys("ada", "o1", euros(80)).on(day(0)).told();

        assertThat(shop.points("ada")).isEqualTo(Points.NONE);
        Member member = shop.members
                .getMember(GetMemberRequest.newBuilder().setMemberId("ada").build())
                .getMember();
        assertThat(member.getStaff()).isTrue();
        assertThat(member.getStatus()).isEqualTo(MEMBER_STATUS_ACTIVE);
        assertThat(Rows.events(shop, "ada")).contains("ACTIVE→ACTIVE staff");
    }

    @Test
    void nobodyElsesMemberGetsAStatus() {
        SetMemberStatusRequest.Builder request = setting(MEMBER_STATUS_CLOSED, "s1");
        assertThat(Reply.refusalOf(() -> Platform.newSandbox().members.setMemberStatus(request.build())))
                .isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
    }

    private void set(MemberStatus status, String requestId) {
        var _ = shop.members.setMemberStatus(setting(status, requestId).build());
    }

    private static SetMemberStatusRequest.Builder setting(MemberStatus status, String requestId) {
        return SetMemberStatusRequest.newBuilder()
                .setMemberId("ada")
                .setStatus(status)
                .setReason("asked for by telephone")
                .setRequestId(requestId);
    }

    private Object join(String requestId) {
        return shop.clubs.joinClub(JoinClubRequest.newBuilder()
                .setMemberId("ada")
                .setClubId("owls")
                .setRequestId(requestId)
                .build());
    }

    private Object leave(String requestId) {
        return shop.clubs.leaveClub(LeaveClubRequest.newBuilder()
                .setMemberId("ada")
                .setRequestId(requestId)
                .build());
    }

    private Object addCard() {
        return shop.members.addIdentifier(AddIdentifierRequest.newBuilder()
                .setMemberId("ada")
                .setIdentifier(Identifier.newBuilder()
                        .setKind(IdentifierKind.IDENTIFIER_KIND_CARD)
                        .setValue("4012"))
                .setRequestId("i1")
                .build());
    }
}
