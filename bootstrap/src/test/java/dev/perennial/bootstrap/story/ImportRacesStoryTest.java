package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.persistence.audit.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports that want the same code at the same moment. */
class ImportRacesStoryTest {

    private static final int ROUNDS = 8;
    private static final int MEMBERS = 4;
    private static final int LISTS = 2;

    private final Shop shop =
            Platform.newShop().runs(aProgram(aRule("base").perEuro(1)).selling(Catalogue.voucher("coffee", 100, 90)));

    @Test
    void oneOfThemGetsItAndTheOthersAreToldSo() {
        for (int round = 0; round < ROUNDS; round++) {
            String code = "OLD-" + round;
            List<Integer> got = Together.callers(MEMBERS + LISTS, i -> i < MEMBERS ? brings(i, code) : lists(i, code));
            assertThat(got.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        }
        assertThat(Rows.count(shop, "voucher") + Rows.count(shop, "voucher_code"))
                .isEqualTo(ROUNDS);
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    /** Whether a member got it: 1 or 0. */
    private int brings(int member, String code) {
        ImportedMember row = ImportedMember.newBuilder()
                .setRow(1)
                .setMemberId("m" + member + "-" + code)
                .setEnrolledAt(Timestamp.newBuilder().setSeconds(1_600_000_000))
                .addVouchers(ImportedVoucher.newBuilder().setCode(code).setRewardId("coffee"))
                .build();
        ImportMembersResponse reply = Migration.sends(shop, false, List.of(row)).getFirst();
        assertThat(reply.getRefusedList())
                .hasSize((int) reply.getProgress().getRefused())
                .allSatisfy(refused -> assertThat(refused.getReason()).isEqualTo("INVALID_REQUEST"));
        return (int) reply.getProgress().getTaken();
    }

    /** Whether a list got it: 1 or 0. */
    private int lists(int list, String code) {
        return new CodeImport(shop, "list" + list)
                .sends(List.of(code))
                .getFirst()
                .getAdded();
    }
}
