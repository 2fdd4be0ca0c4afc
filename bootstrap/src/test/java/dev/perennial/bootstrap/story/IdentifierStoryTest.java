package dev.perennial.bootstrap.story;

import static dev.perennial.contract.member.v1.IdentifierKind.IDENTIFIER_KIND_CARD;
import static dev.perennial.contract.member.v1.IdentifierKind.IDENTIFIER_KIND_CUSTOM;
import static dev.perennial.contract.member.v1.IdentifierKind.IDENTIFIER_KIND_EMAIL;
import static dev.perennial.contract.member.v1.IdentifierKind.IDENTIFIER_KIND_PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.AddIdentifierResponse;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.LookUpMemberRequest;
import dev.perennial.contract.member.v1.MemberIdentifier;
import dev.perennial.contract.member.v1.RemoveIdentifierRequest;
import dev.perennial.contract.member.v1.RemoveIdentifierResponse;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A desk knows a customer by card, phone, e-mail and what else it has a name for. */
class IdentifierStoryTest {

    private static final Identifier CARD = of(IDENTIFIER_KIND_CARD, "4012-8888-8888-1881");

    private final Shop shop = Platform.newSandbox().enrols("ada").enrols("bob");

    @Test
    void aCardIsAddedFoundHoweverItIsWrittenAndRemoved() {
        long number = add("ada", CARD, "a1").getIdentifierNumber();

        assertThat(lookUp(of(IDENTIFIER_KIND_CARD, "4012 8888 8888 1881"))).isEqualTo("ada");
        assertThat(identifiers("ada"))
                .extracting(MemberIdentifier::getKind, MemberIdentifier::getLastCharacters)
                .containsExactly(tuple(IDENTIFIER_KIND_CARD, "1881"));

        assertThat(remove("ada", number, "r1").getMemberSeq()).isEqualTo(3);

        assertThat(refusalOf(() -> lookUp(CARD))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(identifiers("ada")).isEmpty();
        assertThat(Rows.events(shop, "ada")).containsExactly("enrolled", "known by CARD", "not known by CARD");
    }

    @Test
    void eachKindHasItsOwnValues() {
        add("ada", of(IDENTIFIER_KIND_PHONE, "+49 30 1234567"), "a1");
        add("ada", of(IDENTIFIER_KIND_EMAIL, "Ada@Example.org"), "a2");
        add("ada", custom("badge", "49301234567"), "a3");
        add("bob", custom("locker", "49301234567"), "a4");
        add("bob", of(IDENTIFIER_KIND_CARD, "49301234567"), "a5");

        assertThat(lookUp(of(IDENTIFIER_KIND_PHONE, "+49/30/1234567"))).isEqualTo("ada");
        assertThat(lookUp(of(IDENTIFIER_KIND_EMAIL, " ada@example.ORG"))).isEqualTo("ada");
        assertThat(lookUp(custom("badge", "49301234567"))).isEqualTo("ada");
        assertThat(lookUp(custom("locker", "49301234567"))).isEqualTo("bob");
        assertThat(lookUp(of(IDENTIFIER_KIND_CARD, "49301234567"))).isEqualTo("bob");
    }

    @Test
    void whoseATakenIdentifierIsIsNotTold() {
        add("ada", CARD, "a1");

        assertThat(refusalOf(() -> add("bob", CARD, "a2"))).isEqualTo("ALREADY_EXISTS IDENTIFIER_TAKEN");
        assertThat(messageOf(() -> add("bob", CARD, "a2"))).isEqualTo(messageOf(() -> add("ada", CARD, "a3")));
        assertThat(Rows.events(shop, "bob")).containsExactly("enrolled");

        remove("ada", identifiers("ada").getFirst().getIdentifierNumber(), "r1");
        add("bob", CARD, "a2");
        assertThat(lookUp(CARD)).isEqualTo("bob");
    }

    @Test
    void anothersMemberIsAsUnknownAsNobodys() {
        add("ada", CARD, "a1");
        Shop rival = Platform.newSandbox().enrols("ada");
        LookUpMemberRequest known =
                LookUpMemberRequest.newBuilder().setIdentifier(CARD).build();
        LookUpMemberRequest unknown = LookUpMemberRequest.newBuilder()
                .setIdentifier(of(IDENTIFIER_KIND_CARD, "0000"))
                .build();

        assertThat(messageOf(() -> rival.members.lookUpMember(known)))
                .isEqualTo(messageOf(() -> shop.members.lookUpMember(unknown)))
                .contains("NOT_FOUND");
        assertThat(refusalOf(() -> add("nobody", CARD, "a9"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(refusalOf(() -> remove("nobody", 2, "r9"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(refusalOf(() -> remove("bob", 2, "r9"))).isEqualTo("NOT_FOUND IDENTIFIER_NOT_FOUND");
    }

    @Test
    void aRepetitionIsAReplayAndAnotherRequestUnderItsKeyIsRefused() {
        Reply<AddIdentifierResponse> first =
                Reply.of(shop.members, stub -> stub.addIdentifier(adding("ada", CARD, "a1")));
        Reply<AddIdentifierResponse> again =
                Reply.of(shop.members, stub -> stub.addIdentifier(adding("ada", CARD, "a1")));

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.replayed()).isTrue();
        assertThat(refusalOf(() -> add("ada", custom("badge", "1"), "a1"))).isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(identifiers("ada")).hasSize(1);
    }

    @Test
    void twentyAreEnough() {
        for (int i = 0; i < 20; i++) {
            add("ada", custom("badge", "no " + i), "a" + i);
        }

        assertThat(refusalOf(() -> add("ada", CARD, "a20"))).isEqualTo("FAILED_PRECONDITION TOO_MANY_IDENTIFIERS");
        remove("ada", identifiers("ada").getFirst().getIdentifierNumber(), "r1");
        add("ada", CARD, "a20");
        assertThat(identifiers("ada")).hasSize(20);
    }

    @Test
    void ofManyWhoClaimOneCardAtOnceOneGetsItAndTheOthersAreToldClearly() {
        int members = 24;
        for (int i = 0; i < members; i++) {
            shop.enrols("m" + i);
        }

        List<String> outcomes = Together.callers(members, caller -> outcome("m" + caller));

        assertThat(Collections.frequency(outcomes, "added")).isOne();
        assertThat(Collections.frequency(outcomes, "ALREADY_EXISTS IDENTIFIER_TAKEN"))
                .isEqualTo(members - 1);
        assertThat(lookUp(CARD)).isEqualTo("m" + outcomes.indexOf("added"));
        assertThat(Rows.count(shop, "member_identifier")).isOne();
        assertThat(Rows.count(shop, "command")).isEqualTo(members + 3); // each enrolment, ada's, bob's and the winner's
    }

    private String outcome(String member) {
        try {
            add(member, CARD, "race-" + member);
            return "added";
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }

    @Test
    void nothingOfAnIdentifierIsReadableInTheDatabase() {
        add("ada", of(IDENTIFIER_KIND_EMAIL, "ada@wonderland.example"), "a1");
        add("ada", of(IDENTIFIER_KIND_PHONE, "+49 30 98765432"), "a2");

        assertThat(Rows.holding(shop, "EMAIL")).contains("member_identifier.kind"); // the search finds
        assertThat(Rows.holding(shop, "wonderland")).isEmpty();
        assertThat(Rows.holding(shop, "mple")).isEmpty();
        assertThat(Rows.holding(shop, "98765432")).isEmpty();
        assertThat(Rows.holding(shop, "5432")).isEmpty();
    }

    private AddIdentifierResponse add(String member, Identifier identifier, String requestId) {
        return shop.members.addIdentifier(adding(member, identifier, requestId));
    }

    private static AddIdentifierRequest adding(String member, Identifier identifier, String requestId) {
        return AddIdentifierRequest.newBuilder()
                .setMemberId(member)
                .setIdentifier(identifier)
                .setRequestId(requestId)
                .build();
    }

    private RemoveIdentifierResponse remove(String member, long number, String requestId) {
        return shop.members.removeIdentifier(RemoveIdentifierRequest.newBuilder()
                .setMemberId(member)
                .setIdentifierNumber(number)
                .setRequestId(requestId)
                .build());
    }

    private String lookUp(Identifier identifier) {
        return shop.members
                .lookUpMember(LookUpMemberRequest.newBuilder()
                        .setIdentifier(identifier)
                        .build())
                .getMember()
                .getMemberId();
    }

    private List<MemberIdentifier> identifiers(String member) {
        return shop.members
                .getMember(GetMemberRequest.newBuilder().setMemberId(member).build())
                .getMember()
                .getIdentifiersList();
    }

    private static Identifier of(IdentifierKind kind, String value) {
        return Identifier.newBuilder().setKind(kind).setValue(value).build();
    }

    private static Identifier custom(String name, String value) {
        return of(IDENTIFIER_KIND_CUSTOM, value).toBuilder().setName(name).build();
    }

    private static String refusalOf(Supplier<?> call) {
        return Reply.refusalOf(call);
    }

    private static String messageOf(Supplier<?> call) {
        try {
            return "answered with " + call.get();
        } catch (StatusRuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
