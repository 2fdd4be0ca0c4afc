package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.type.Date;
import dev.perennial.contract.member.v1.Consent;
import dev.perennial.contract.member.v1.ConsentChannel;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.EnrolMemberResponse;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.ListMembersRequest;
import dev.perennial.contract.member.v1.ListMembersResponse;
import dev.perennial.contract.member.v1.Member;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer is enrolled, known, changed and listed, and what is personal stays readable for nobody else. */
class MemberStoryTest {

    private static final Profile ALICE = Profile.newBuilder()
            .setDisplayName("Alice Liddell")
            .setEmail("alice@wonderland.example")
            .setBirthDate(Date.newBuilder().setYear(1988).setMonth(2).setDay(29))
            .setGender("f")
            .setCountry("GB")
            .setLocale("en-GB")
            .setTimeZone("Europe/London")
            .setAcquisitionSource("rabbit-hole")
            .addConsents(consent(ConsentChannel.CONSENT_CHANNEL_EMAIL, true))
            .addConsents(consent(ConsentChannel.CONSENT_CHANNEL_PHONE, false))
            .build();

    private final Shop shop = Platform.newShop();

    @Test
    void aMemberIsEnrolledAndKnown() {
        EnrolMemberResponse enrolled = enrol("alice", "e1").message();
        assertThat(enrolled.getMemberSeq()).isOne();
        assertThat(get("alice")).isEqualTo(with(ALICE, enrolled.getMember()));
        assertThat(Rows.events(shop, "alice")).containsExactly("enrolled");
        assertThat(Reply.refusalOf(() -> get("bob"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(Reply.refusalOf(() -> enrol("alice", "e2"))).isEqualTo("ALREADY_EXISTS MEMBER_ALREADY_EXISTS");
    }

    @Test
    void aRepeatedEnrolmentIsAReplayAndAnotherOneUnderItsKeyIsRefused() {
        Reply<EnrolMemberResponse> first = enrol("alice", "e1");
        change(email("white@rabbit.example"), "email", "", "u1");
        Reply<EnrolMemberResponse> again = enrol("alice", "e1");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(Reply.refusalOf(() -> enrol("bob", "e1"))).isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(Rows.count(shop, "member")).isOne();
    }

    @Test
    void anUpdateChangesWhatItNamesAndNothingElse() {
        Member before = enrol("alice", "e1").message().getMember();
        Platform.reach(day(1));
        Member after = change(Profile.newBuilder().setGender("x").build(), "gender,country", before.getEtag(), "u1");
        assertThat(after.getEtag()).isNotEqualTo(before.getEtag());
        Profile expected = ALICE.toBuilder().setGender("x").clearCountry().build();
        assertThat(get("alice")).isEqualTo(with(expected, after));
        assertThat(Rows.events(shop, "alice")).containsExactly("enrolled", "profile updated");
    }

    @Test
    void aConsentIsTakenBackWithWhenAndWhere() {
        enrol("alice", "e1");
        Consent takenBack = consent(ConsentChannel.CONSENT_CHANNEL_EMAIL, false);
        change(Profile.newBuilder().addConsents(takenBack).build(), "consents", "", "u1");
        assertThat(get("alice").getProfile().getConsentsList()).containsExactly(takenBack);
    }

    @Test
    void aStaleEtagIsRefusedAndNothingChanges() {
        Member before = enrol("alice", "e1").message().getMember();
        Member after = change(email("white@rabbit.example"), "email", before.getEtag(), "u1");
        assertThat(Reply.refusalOf(() -> change(email("mad@hatter.example"), "email", before.getEtag(), "u2")))
                .isEqualTo("ABORTED ETAG_MISMATCH");
        Profile expected = ALICE.toBuilder().setEmail("white@rabbit.example").build();
        assertThat(get("alice")).isEqualTo(with(expected, after));
        assertThat(Rows.events(shop, "alice")).hasSize(2);
    }

    @Test
    void allMembersAreListedOnceByPage() {
        List<String> everybody = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            shop.enrols("m" + i);
            everybody.add("m" + i);
        }
        List<String> listed = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String token = "";
        do {
            ListMembersResponse page = shop.members.listMembers(ListMembersRequest.newBuilder()
                    .setPageSize(3)
                    .setPageToken(token)
                    .build());
            page.getMembersList().forEach(member -> listed.add(member.getMemberId()));
            pages.add(page.getMembersCount());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(listed).isEqualTo(everybody);
        assertThat(pages).containsExactly(3, 3, 1);
    }

    @Test
    void nothingThatNamesAPersonIsReadableInTheDatabase() {
        enrol("alice", "e1");
        change(email("white@rabbit.example"), "email", "", "u1");
        assertThat(Rows.holding(shop, "rabbit-hole")).contains("member_profile.acquisition_source"); // the search finds
        assertThat(Rows.holding(shop, "alice@wonderland.example")).isEmpty();
        assertThat(Rows.holding(shop, "white@rabbit.example")).isEmpty();
        assertThat(Rows.holding(shop, "Liddell")).isEmpty();
        assertThat(Rows.holding(shop, "mad tea-party")).isEmpty();
    }

    private static Consent consent(ConsentChannel channel, boolean given) {
        return Consent.newBuilder()
                .setChannel(channel)
                .setGiven(given)
                .setAt(Timestamp.newBuilder().setSeconds(1_700_000_000L))
                .setSource("the mad tea-party")
                .build();
    }

    private Reply<EnrolMemberResponse> enrol(String member, String requestId) {
        EnrolMemberRequest request = EnrolMemberRequest.newBuilder()
                .setMemberId(member)
                .setProfile(ALICE)
                .setRequestId(requestId)
                .build();
        return Reply.of(shop.members, stub -> stub.enrolMember(request));
    }

    private Member get(String member) {
        return shop.members
                .getMember(GetMemberRequest.newBuilder().setMemberId(member).build())
                .getMember();
    }

    private Member change(Profile profile, String mask, String etag, String requestId) {
        return shop.members
                .updateMember(UpdateMemberRequest.newBuilder()
                        .setMemberId("alice")
                        .setProfile(profile)
                        .setUpdateMask(FieldMaskUtil.fromString(mask))
                        .setEtag(etag)
                        .setRequestId(requestId)
                        .build())
                .getMember();
    }

    /** Replies to changes come without the profile, because they are kept, and without the status. */
    private static Member with(Profile profile, Member replied) {
        assertThat(replied.hasProfile()).isFalse();
        return replied.toBuilder()
                .setProfile(profile)
                .setStatus(MemberStatus.MEMBER_STATUS_ACTIVE)
                .build();
    }

    private static Profile email(String address) {
        return Profile.newBuilder().setEmail(address).build();
    }
}
