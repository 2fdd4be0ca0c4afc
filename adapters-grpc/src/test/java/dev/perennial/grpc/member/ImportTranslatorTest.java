package dev.perennial.grpc.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.contract.member.v1.OpeningLot;
import dev.perennial.domain.shared.TenantId;
import org.junit.jupiter.api.Test;

/** What makes a row the same row. */
class ImportTranslatorTest {

    private static final Tenant SHOP = new Tenant(new TenantId(1), "shop", new Secret(new byte[32]), false);
    private static final OpeningLot TEN =
            OpeningLot.newBuilder().setUnit("points").setAmount(10).build();
    private static final OpeningLot TWENTY = TEN.toBuilder().setAmount(20).build();
    private static final ImportedVoucher MUG =
            ImportedVoucher.newBuilder().setCode("A").setRewardId("mug").build();
    private static final ImportedVoucher SHIRT =
            ImportedVoucher.newBuilder().setCode("B").setRewardId("shirt").build();

    @Test
    void anExportInAnotherOrderIsTheSame() {
        ImportedMember row = ImportedMember.newBuilder()
                .setRow(7)
                .setMemberId("ada")
                .addLots(TEN)
                .addLots(TWENTY)
                .addVouchers(MUG)
                .addVouchers(SHIRT)
                .build();
        ImportedMember shuffled = ImportedMember.newBuilder()
                .setRow(1)
                .setMemberId("ada")
                .addLots(TWENTY)
                .addLots(TEN)
                .addVouchers(SHIRT)
                .addVouchers(MUG)
                .build();

        assertThat(fingerprint(shuffled)).isEqualTo(fingerprint(row));
        assertThat(fingerprint(row.toBuilder().setLots(0, TWENTY).build())).isNotEqualTo(fingerprint(row));
    }

    private static Fingerprint fingerprint(ImportedMember row) {
        return ImportTranslator.toDomain(SHOP, row).fingerprint();
    }
}
