package dev.perennial.grpc.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.ImportedStanding;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.contract.member.v1.MigrationServiceGrpc;
import dev.perennial.contract.member.v1.OpeningLot;
import dev.perennial.contract.member.v1.RefusedRow;
import dev.perennial.contract.member.v1.RowFault;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.StreamSender;
import io.grpc.Status.Code;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed imports and rows. Storage fails in these tests, so what is refused as malformed has not touched it. */
class BadMigrationRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final Timestamp NOWHEN =
            Timestamp.newBuilder().setSeconds(253_402_300_800L).build(); // the year 10000

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return BadInput.allRefused(Stream.concat(
                Stream.of("", "x".repeat(65), "käthe", "nul\0")
                        .map(id -> request("import id", "import_id", r -> r.setImportId(id))),
                Stream.of(
                        request("rows in all", "rows_total", r -> r.setRowsTotal(-1)),
                        request("nobody", "members", ImportMembersRequest.Builder::clearMembers),
                        request(
                                "too many",
                                "members",
                                r -> r.addAllMembers(Collections.nCopies(500, member().build()))))));
    }

    /** It does not end the stream. */
    @TestFactory
    Stream<DynamicTest> rows() {
        return Stream.of(
                        row("row", "row", m -> m.setRow(0)),
                        row("member", "member_id", m -> m.setMemberId("")),
                        row("member", "member_id", m -> m.setMemberId("käthe")),
                        row("no enrolment", "enrolled_at", ImportedMember.Builder::clearEnrolledAt),
                        row("enrolment", "enrolled_at", m -> m.setEnrolledAt(NOWHEN)),
                        row(
                                "country",
                                "profile.country",
                                m -> m.getProfileBuilder().setCountry("XX")),
                        row(
                                "birth date",
                                "profile.birth_date",
                                m -> m.getProfileBuilder()
                                        .getBirthDateBuilder()
                                        .setYear(2023)
                                        .setMonth(2)
                                        .setDay(29)),
                        row(
                                "consent",
                                "profile.consents[0].channel",
                                m -> m.getProfileBuilder().addConsentsBuilder()),
                        row(
                                "phone",
                                "identifiers[0].value",
                                m -> m.addIdentifiers(Identifier.newBuilder()
                                        .setKind(IdentifierKind.IDENTIFIER_KIND_PHONE)
                                        .setValue("call me"))),
                        row(
                                "no kind",
                                "identifiers[0].kind",
                                m -> m.addIdentifiers(Identifier.newBuilder().setValue("call me"))),
                        row(
                                "too many identifiers",
                                "identifiers",
                                m -> m.addAllIdentifiers(Collections.nCopies(21, Identifier.getDefaultInstance()))),
                        row(
                                "no level",
                                "standing.level",
                                m -> m.setStanding(ImportedStanding.newBuilder().setUntil(NOWHEN))),
                        row(
                                "no end",
                                "standing.until",
                                m -> m.setStanding(ImportedStanding.newBuilder().setLevel("gold"))),
                        row(
                                "no unit",
                                "lots[0].unit",
                                m -> m.addLots(OpeningLot.newBuilder().setAmount(1))),
                        row(
                                "no amount",
                                "lots[0].amount",
                                m -> m.addLots(OpeningLot.newBuilder().setUnit("points"))),
                        row(
                                "less than nothing",
                                "lots[0].amount",
                                m -> m.addLots(OpeningLot.newBuilder()
                                        .setUnit("points")
                                        .setAmount(-5))),
                        row(
                                "expiry",
                                "lots[0].expires_at",
                                m -> m.addLots(OpeningLot.newBuilder()
                                        .setUnit("points")
                                        .setAmount(1)
                                        .setExpiresAt(NOWHEN))),
                        row(
                                "too many lots",
                                "lots",
                                m -> m.addAllLots(Collections.nCopies(101, OpeningLot.getDefaultInstance()))),
                        row(
                                "no code",
                                "vouchers[0].code",
                                m -> m.addVouchers(ImportedVoucher.newBuilder().setRewardId("mug"))),
                        row(
                                "blank code",
                                "vouchers[0].code",
                                m -> m.addVouchers(ImportedVoucher.newBuilder()
                                        .setCode(" A")
                                        .setRewardId("mug"))),
                        row(
                                "no reward",
                                "vouchers[0].reward_id",
                                m -> m.addVouchers(ImportedVoucher.newBuilder().setCode("A"))),
                        row(
                                "too many vouchers",
                                "vouchers",
                                m -> m.addAllVouchers(Collections.nCopies(51, ImportedVoucher.getDefaultInstance()))))
                .map(bad -> DynamicTest.dynamicTest(bad.name() + " → " + bad.field(), () -> {
                    ImportMembersResponse reply = sender(EDGE)
                            .sends(ImportMembersRequest.newBuilder()
                                    .setImportId("import")
                                    .addMembers(bad.member())
                                    .build())
                            .getFirst();
                    assertThat(reply.getProgress().getRefused()).isOne();
                    assertThat(reply.getRefusedList())
                            .flatExtracting(RefusedRow::getFaultsList)
                            .extracting(RowFault::getField)
                            .contains(bad.field());
                    assertThat(reply.getRefused(0).getFaultsCount()).isLessThanOrEqualTo(20);
                }));
    }

    @TestFactory
    Stream<DynamicTest> streamsThatChangeTheirMind() {
        return BadInput.allRefused(Stream.of(
                changing("import_id", second -> second.setImportId("another")),
                changing("dry_run", second -> second.setDryRun(true))));
    }

    @Test
    void nobodyComesBeforeThereIsAProgram() {
        try (Edge edge = Edge.inMemory()) {
            Refused refused = Refused.by(() -> sender(edge).sends(importing(member())));

            assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(refused.reason()).isEqualTo("PROGRAM_NOT_APPLIED");
        }
    }

    private static StreamSender<ImportMembersRequest, ImportMembersResponse> sender(Edge edge) {
        return new StreamSender<>(edge.as(Edge.KEY, MigrationServiceGrpc::newStub)::importMembers);
    }

    private record BadRow(String name, String field, ImportedMember member) {}

    private static BadRow row(String name, String field, Consumer<ImportedMember.Builder> spoil) {
        ImportedMember.Builder member = member();
        spoil.accept(member);
        return new BadRow(name, field, member.build());
    }

    private static BadInput request(String name, String field, Consumer<ImportMembersRequest.Builder> spoil) {
        ImportMembersRequest.Builder request = importing(member()).toBuilder();
        spoil.accept(request);
        return new BadInput("ImportMembers: " + name, field, () -> sender(EDGE).sends(request.build()));
    }

    /** The first request has a malformed row only, so that nothing is stored. */
    private static BadInput changing(String field, Consumer<ImportMembersRequest.Builder> change) {
        ImportMembersRequest first = importing(member().setRow(0));
        ImportMembersRequest.Builder second = first.toBuilder();
        change.accept(second);
        return new BadInput(
                "ImportMembers: another " + field, field, () -> sender(EDGE).sends(first, second.build()));
    }

    private static ImportMembersRequest importing(ImportedMember.Builder member) {
        return ImportMembersRequest.newBuilder()
                .setImportId("import")
                .addMembers(member)
                .build();
    }

    private static ImportedMember.Builder member() {
        return ImportedMember.newBuilder()
                .setRow(1)
                .setMemberId("anna")
                .setEnrolledAt(Timestamp.newBuilder().setSeconds(1_600_000_000L));
    }
}
