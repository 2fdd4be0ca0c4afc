package dev.perennial.grpc.member;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Timestamp;
import dev.perennial.application.member.ImportedRow;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.ImportedStanding;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.contract.member.v1.OpeningLot;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtLevel;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers of other systems, on their way in. */
final class ImportTranslator {

    private ImportTranslator() {}

    /** Where it stood makes no other row of it: a file may be sorted, or have lost its faulty lines. */
    static ImportedRow toDomain(Tenant tenant, ImportedMember proto) {
        List<Identifier> identifiers = proto.getIdentifiersList().stream()
                .map(IdentifierTranslator::toDomain)
                .toList();
        return new ImportedRow(
                new MemberId(proto.getMemberId()),
                MemberTranslator.toDomain(proto.getProfile()),
                identifiers,
                new Brought(
                        Times.toDomain(proto.getEnrolledAt()),
                        proto.hasStanding() ? level(proto.getStanding()) : null,
                        proto.getLotsList().stream().map(ImportTranslator::lot).toList(),
                        identifiers.stream()
                                .map(known -> new BroughtIdentifier(known.kind(), known.name()))
                                .toList(),
                        proto.getVouchersList().stream()
                                .map(ImportTranslator::voucher)
                                .toList()),
                Identities.fingerprint(tenant, inOneOrder(proto)));
    }

    /** The same row, in whatever order an export had what belongs to it. */
    private static ImportedMember inOneOrder(ImportedMember proto) {
        return proto.toBuilder()
                .clearRow()
                .clearLots()
                .addAllLots(sorted(proto.getLotsList()))
                .clearIdentifiers()
                .addAllIdentifiers(sorted(proto.getIdentifiersList()))
                .clearVouchers()
                .addAllVouchers(sorted(proto.getVouchersList()))
                .build();
    }

    private static <T extends MessageLite> List<T> sorted(List<T> several) {
        return several.stream()
                .sorted(Comparator.comparing(MessageLite::toByteString, ByteString.unsignedLexicographicalComparator()))
                .toList();
    }

    private static BroughtLevel level(ImportedStanding proto) {
        return new BroughtLevel(proto.getLevel(), Times.toDomain(proto.getUntil()));
    }

    private static dev.perennial.domain.loyalty.migration.OpeningLot lot(OpeningLot proto) {
        return new dev.perennial.domain.loyalty.migration.OpeningLot(
                new UnitId(proto.getUnit()),
                proto.getAmount(),
                moment(proto.hasAvailableAt(), proto.getAvailableAt()),
                moment(proto.hasExpiresAt(), proto.getExpiresAt()));
    }

    private static BroughtVoucher voucher(ImportedVoucher proto) {
        return new BroughtVoucher(
                proto.getCode(), proto.getRewardId(), moment(proto.hasValidUntil(), proto.getValidUntil()));
    }

    private static @Nullable Instant moment(boolean set, Timestamp proto) {
        return set ? Times.toDomain(proto) : null;
    }
}
