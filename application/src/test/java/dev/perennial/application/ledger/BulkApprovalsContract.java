package dev.perennial.application.ledger;

import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.ledger.BulkApprovals.Approval;
import dev.perennial.application.testing.PortContract;
import org.junit.jupiter.api.Test;

/** What every {@link BulkApprovals} promises. */
public abstract class BulkApprovalsContract extends PortContract {

    private static final String HASH = "ab".repeat(32);

    @Test
    void eachPersonsFirstApprovalOfAContentStays() {
        BulkApprovals approvals = ports.bulkApprovals();
        Approval maria = new Approval("maria", day(1));
        Approval peter = new Approval("peter", day(2));
        assertThat(approvals.of(id(), "spring", HASH)).isEmpty();
        assertThat(approvals.keep(id(), "spring", HASH, maria)).isEqualTo(maria);
        assertThat(approvals.keep(id(), "spring", HASH, peter)).isEqualTo(peter);
        assertThat(approvals.keep(id(), "spring", HASH, new Approval("maria", day(3))))
                .isEqualTo(maria);
        assertThat(approvals.of(id(), "spring", HASH)).containsExactly(maria, peter);
    }

    @Test
    void itIsOneOfExactlyThatContent() {
        BulkApprovals approvals = ports.bulkApprovals();
        approvals.keep(id(), "spring", HASH, new Approval("maria", day(1)));
        assertThat(approvals.of(id(), "spring", "cd".repeat(32))).isEmpty();
        assertThat(approvals.of(id(), "spring ", HASH)).isEmpty();
        assertThat(approvals.of(otherTenant.id(), "spring", HASH)).isEmpty();
    }
}
