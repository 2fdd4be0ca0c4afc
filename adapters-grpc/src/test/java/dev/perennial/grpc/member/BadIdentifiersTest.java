package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.LookUpMemberRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import dev.perennial.contract.member.v1.RemoveIdentifierRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about identifiers. Storage fails in these tests: what is malformed has not touched it. */
class BadIdentifiersTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final MemberServiceBlockingStub STUB = EDGE.as(Edge.KEY, MemberServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        add("member_id", request -> request.setMemberId(id)),
                        add("request_id", request -> request.setRequestId(id)),
                        remove("member_id", request -> request.setMemberId(id)),
                        remove("request_id", request -> request.setRequestId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> identifiers() {
        return BadInput.allRefused(Stream.of(
                        spoilt("identifier.kind", identifier -> identifier.clearKind()),
                        spoilt("identifier.kind", identifier -> identifier.setKindValue(99)),
                        spoilt("identifier.name", identifier -> identifier.setName("badge")),
                        spoilt(
                                "identifier.name",
                                identifier -> identifier.setKind(IdentifierKind.IDENTIFIER_KIND_CUSTOM)),
                        spoilt(
                                "identifier.name",
                                identifier -> identifier
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_CUSTOM)
                                        .setName("Badge No")),
                        spoilt("identifier.value", Identifier.Builder::clearValue),
                        spoilt("identifier.value", identifier -> identifier.setValue("12")),
                        spoilt("identifier.value", identifier -> identifier.setValue("x".repeat(65))),
                        spoilt("identifier.value", identifier -> identifier.setValue("x".repeat(301))),
                        spoilt("identifier.value", identifier -> identifier.setValue("1234\0")),
                        spoilt(
                                "identifier.value",
                                identifier -> identifier
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_PHONE)
                                        .setValue("030 1234567")),
                        spoilt(
                                "identifier.value",
                                identifier -> identifier
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_EMAIL)
                                        .setValue("ada")),
                        spoilt(
                                "identifier.value",
                                identifier -> identifier
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_CUSTOM)
                                        .setName("badge")
                                        .setValue("  ")))
                .flatMap(inputs -> inputs));
    }

    @TestFactory
    Stream<DynamicTest> missingParts() {
        return BadInput.allRefused(Stream.of(
                add("identifier", AddIdentifierRequest.Builder::clearIdentifier),
                new BadInput(
                        "LookUpMember",
                        "identifier",
                        () -> STUB.lookUpMember(LookUpMemberRequest.getDefaultInstance())),
                remove("identifier_number", request -> request.setIdentifierNumber(0)),
                remove("identifier_number", request -> request.setIdentifierNumber(-1))));
    }

    private static Identifier.Builder card() {
        return Identifier.newBuilder()
                .setKind(IdentifierKind.IDENTIFIER_KIND_CARD)
                .setValue("4012 8888");
    }

    private static Stream<BadInput> spoilt(String field, Consumer<Identifier.Builder> spoil) {
        Identifier.Builder identifier = card();
        spoil.accept(identifier);
        LookUpMemberRequest lookUp =
                LookUpMemberRequest.newBuilder().setIdentifier(identifier).build();
        return Stream.of(
                add(field, request -> request.setIdentifier(identifier)),
                new BadInput("LookUpMember", field, () -> STUB.lookUpMember(lookUp)));
    }

    private static BadInput add(String field, Consumer<AddIdentifierRequest.Builder> spoil) {
        AddIdentifierRequest.Builder request = AddIdentifierRequest.newBuilder()
                .setMemberId("anna")
                .setIdentifier(card())
                .setRequestId("add-1");
        spoil.accept(request);
        return new BadInput("AddIdentifier", field, () -> STUB.addIdentifier(request.build()));
    }

    private static BadInput remove(String field, Consumer<RemoveIdentifierRequest.Builder> spoil) {
        RemoveIdentifierRequest.Builder request = RemoveIdentifierRequest.newBuilder()
                .setMemberId("anna")
                .setIdentifierNumber(2)
                .setRequestId("remove-1");
        spoil.accept(request);
        return new BadInput("RemoveIdentifier", field, () -> STUB.removeIdentifier(request.build()));
    }
}
