package dev.perennial.grpc.member;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.contract.member.v1.Consent;
import dev.perennial.contract.member.v1.ConsentChannel;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.ListMembersRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import dev.perennial.contract.member.v1.Profile;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Malformed requests about members. Storage fails in these tests, so what is refused as malformed has not touched it.
 */
class BadMembersTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final MemberServiceBlockingStub STUB = EDGE.as(Edge.KEY, MemberServiceGrpc::newBlockingStub);

    private static final Consent CONSENT = Consent.newBuilder()
            .setChannel(ConsentChannel.CONSENT_CHANNEL_EMAIL)
            .setAt(Timestamp.newBuilder().setSeconds(1_700_000_000L))
            .build();

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        enrol("member", "member_id", request -> request.setMemberId(id)),
                        enrol("key", "request_id", request -> request.setRequestId(id)),
                        update("member", "member_id", request -> request.setMemberId(id)),
                        update("key", "request_id", request -> request.setRequestId(id)),
                        new BadInput(
                                "GetMember",
                                "member_id",
                                () -> STUB.getMember(GetMemberRequest.newBuilder()
                                        .setMemberId(id)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> birthDates() {
        return BadInput.allRefused(Stream.of(
                        date(0, 0, 0),
                        date(2023, 2, 29),
                        date(2024, 4, 31),
                        date(1990, 13, 1),
                        date(0, 5, 5),
                        date(1990, 5, 0),
                        date(1849, 12, 31),
                        date(2026, 3, 3))
                .flatMap(day -> profile("birth date", "birth_date", profile -> profile.setBirthDate(day))));
    }

    @TestFactory
    Stream<DynamicTest> thingsThatDoNotExist() {
        return BadInput.allRefused(Stream.of(
                        Stream.of(
                                        "anna",
                                        "@shop.example",
                                        "anna@",
                                        "a@b@c",
                                        "an na@shop.example",
                                        "anna@shop..example",
                                        "anna@.example",
                                        "anna@example.",
                                        "x".repeat(250) + "@a.de")
                                .flatMap(email -> profile("e-mail", "email", p -> p.setEmail(email))),
                        Stream.of("de", "XX", "GER", "D")
                                .flatMap(country -> profile("country", "country", p -> p.setCountry(country))),
                        Stream.of("xx-DE", "de_DE", "de-XX", "german", "-")
                                .flatMap(locale -> profile("locale", "locale", p -> p.setLocale(locale))),
                        Stream.of("Europe/Atlantis", "+02:00", "CEST", "europe/berlin")
                                .flatMap(zone -> profile("time zone", "time_zone", p -> p.setTimeZone(zone))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> texts() {
        return BadInput.allRefused(Stream.concat(BadInput.CONTROL_CHARACTERS.stream(), Stream.of("x".repeat(257)))
                .flatMap(text -> Stream.of(
                                profile("name", "display_name", profile -> profile.setDisplayName(text)),
                                profile("e-mail", "email", profile -> profile.setEmail(text)),
                                profile("gender", "gender", profile -> profile.setGender(text)),
                                profile("country", "country", profile -> profile.setCountry(text)),
                                profile("locale", "locale", profile -> profile.setLocale(text)),
                                profile("zone", "time_zone", profile -> profile.setTimeZone(text)),
                                profile("source", "acquisition_source", p -> p.setAcquisitionSource(text)))
                        .flatMap(cases -> cases)));
    }

    @TestFactory
    Stream<DynamicTest> consents() {
        return BadInput.allRefused(Stream.of(
                        consent("no channel", "consents[0].channel", Consent.Builder::clearChannel),
                        consent("unknown channel", "consents[0].channel", c -> c.setChannelValue(99)),
                        consent("no moment", "consents[0].at", Consent.Builder::clearAt),
                        consent(
                                "a moment to come",
                                "consents[0].at",
                                c -> c.getAtBuilder().setSeconds(4_000_000_000L)),
                        consent(
                                "no moment at all",
                                "consents[0].at",
                                c -> c.getAtBuilder().setNanos(-1)),
                        consent("source", "consents[0].source", c -> c.setSource("x".repeat(129))),
                        consent("source", "consents[0].source", c -> c.setSource("a\0b")),
                        profile(
                                "twice",
                                "consents[1].channel",
                                p -> p.addConsents(CONSENT).addConsents(CONSENT)))
                .flatMap(cases -> cases));
    }

    private static Stream<BadInput> consent(String name, String field, Consumer<Consent.Builder> spoil) {
        Consent.Builder consent = CONSENT.toBuilder();
        spoil.accept(consent);
        return profile("consent: " + name, field, profile -> profile.addConsents(consent));
    }

    @TestFactory
    Stream<DynamicTest> updates() {
        FieldMask.Builder mask = FieldMask.newBuilder().addPaths("email");
        return BadInput.allRefused(Stream.of(
                update("nothing to change", "update_mask", UpdateMemberRequest.Builder::clearProfile),
                update(
                        "unknown path",
                        "update_mask.paths[1]",
                        r -> r.setUpdateMask(mask.clone().addPaths("shoe_size"))),
                update(
                        "path in capitals",
                        "update_mask.paths[1]",
                        r -> r.setUpdateMask(mask.clone().addPaths("EMAIL"))),
                update(
                        "path below a field",
                        "update_mask.paths[1]",
                        r -> r.setUpdateMask(mask.clone().addPaths("birth_date.year"))),
                update("etag", "etag", request -> request.setEtag("1")),
                update("etag", "etag", request -> request.setEtag("r0")),
                update("etag", "etag", request -> request.setEtag("r99999999999999999999"))));
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return BadInput.allRefused(Stream.of(
                new BadInput(
                        "ListMembers: page size",
                        "page_size",
                        () -> STUB.listMembers(
                                ListMembersRequest.newBuilder().setPageSize(-1).build())),
                new BadInput(
                        "ListMembers: token",
                        "page_token",
                        () -> STUB.listMembers(ListMembersRequest.newBuilder()
                                .setPageToken("not base64!")
                                .build()))));
    }

    private static Date date(int year, int month, int day) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }

    private static BadInput enrol(String name, String field, Consumer<EnrolMemberRequest.Builder> spoil) {
        EnrolMemberRequest.Builder request = Samples.enrolment();
        spoil.accept(request);
        return new BadInput("EnrolMember: " + name, field, () -> STUB.enrolMember(request.build()));
    }

    private static BadInput update(String name, String field, Consumer<UpdateMemberRequest.Builder> spoil) {
        UpdateMemberRequest.Builder request = Samples.update();
        spoil.accept(request);
        return new BadInput("UpdateMember: " + name, field, () -> STUB.updateMember(request.build()));
    }

    private static Stream<BadInput> profile(String name, String field, Consumer<Profile.Builder> spoil) {
        String path = "profile." + field;
        return Stream.of(
                enrol(name, path, request -> spoil.accept(request.getProfileBuilder())),
                update(name, path, request -> spoil.accept(request.getProfileBuilder())));
    }
}
