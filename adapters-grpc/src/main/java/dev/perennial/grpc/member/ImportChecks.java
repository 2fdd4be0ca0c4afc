package dev.perennial.grpc.member;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.contract.member.v1.OpeningLot;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.time.InstantSource;

/** What the annotations of an imported member cannot say. */
final class ImportChecks {

    private static final String NO_MOMENT = "is not a moment of the years 1 to 9999";

    private final ProfileChecks profiles;

    private ImportChecks(ProfileChecks profiles) {
        this.profiles = profiles;
    }

    static SyntaxCheck<?> of(InstantSource clock) {
        ImportChecks checks = new ImportChecks(new ProfileChecks(clock));
        return new SyntaxCheck<>(ImportedMember.class, checks::check);
    }

    private void check(ImportedMember row, Problems problems) {
        profiles.check(row.getProfile(), problems.at("profile"));
        required(row.hasEnrolledAt(), row.getEnrolledAt(), problems.at("enrolled_at"));
        for (int i = 0; i < row.getIdentifiersCount(); i++) {
            IdentifierChecks.check(
                    row.getIdentifiers(i), problems.at("identifiers").at(i));
        }
        if (row.hasStanding()) {
            required(
                    row.getStanding().hasUntil(),
                    row.getStanding().getUntil(),
                    problems.at("standing").at("until"));
        }
        for (int i = 0; i < row.getLotsCount(); i++) {
            OpeningLot lot = row.getLots(i);
            Problems here = problems.at("lots").at(i);
            optional(lot.getAvailableAt(), here.at("available_at"));
            optional(lot.getExpiresAt(), here.at("expires_at"));
        }
        for (int i = 0; i < row.getVouchersCount(); i++) {
            ImportedVoucher voucher = row.getVouchers(i);
            Problems here = problems.at("vouchers").at(i);
            String code = voucher.getCode();
            here.at("code").require(code.equals(code.strip()), "begins or ends with a blank");
            optional(voucher.getValidUntil(), here.at("valid_until"));
        }
    }

    private static void required(boolean set, Timestamp moment, Problems problems) {
        problems.require(set, "must be set");
        optional(moment, problems);
    }

    private static void optional(Timestamp moment, Problems problems) {
        problems.require(Times.isValid(moment), NO_MOMENT);
    }
}
