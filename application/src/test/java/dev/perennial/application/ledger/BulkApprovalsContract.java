package dev.perennial.application.ledger;

import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproval.State;
import dev.perennial.application.ledger.BulkApproval.Withdrawal;
import dev.perennial.application.testing.PortContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link BulkApprovals} promises. */
public abstract class BulkApprovalsContract extends PortContract {

    private static final Content SPRING = new Content("spring", "ab".repeat(32));

    @Test
    void eachPersonsFirstApprovalOfAContentStaysWhileItIsValid() {
        assertThat(ports.bulkApprovals().of(id(), SPRING)).isEmpty();
        BulkApproval maria = approves(SPRING, "maria", day(1), day(8));
        BulkApproval peter = approves(SPRING, "peter", day(2), day(4));
        assertThat(maria).isEqualTo(new BulkApproval(maria.position(), SPRING, "maria", day(1), day(8), null));
        assertThat(approves(SPRING, "maria", day(3), day(90))).isEqualTo(maria);
        assertThat(approves(SPRING, "Maria ", day(3), day(90)))
                .as("a capital makes nobody somebody else")
                .isEqualTo(maria);
        assertThat(ports.bulkApprovals().of(id(), SPRING)).containsExactly(maria, peter);

        BulkApproval again = approves(SPRING, "peter", day(4), day(11));
        assertThat(again.approvedAt()).isEqualTo(day(4));
        assertThat(ports.bulkApprovals().of(id(), SPRING)).containsExactly(maria, peter, again);
    }

    @Test
    void itIsOneOfExactlyThatContent() {
        approves(SPRING, "maria", day(1), day(8));
        assertThat(of(new Content("spring", "cd".repeat(32)))).isEmpty();
        assertThat(of(new Content("spring ", SPRING.hash()))).isEmpty();
        assertThat(ports.bulkApprovals().of(otherTenant.id(), SPRING)).isEmpty();
    }

    @Test
    void whatIsValidIsWithdrawnWhoeverGaveItAndMayBeGivenOnceMore() {
        Content other = new Content("autumn", SPRING.hash());
        BulkApproval lapsed = approves(SPRING, "peter", day(1), day(2));
        BulkApproval maria = approves(SPRING, "maria", day(1), day(8));
        BulkApproval olga = approves(SPRING, "olga", day(2), day(9));
        BulkApproval untouched = approves(other, "maria", day(2), day(9));
        Withdrawal veto = new Withdrawal("kim", day(3), "the wrong list ☕");

        assertThat(ports.bulkApprovals().withdraw(id(), SPRING, veto))
                .containsExactly(lapsed, maria.without(veto), olga.without(veto));
        assertThat(of(other)).containsExactly(untouched);
        Withdrawal late = new Withdrawal("olga", day(4), "");
        assertThat(ports.bulkApprovals().withdraw(id(), SPRING, late))
                .as("it was withdrawn once")
                .containsExactly(lapsed, maria.without(veto), olga.without(veto));
        assertThat(ports.bulkApprovals().withdraw(id(), new Content("winter", SPRING.hash()), late))
                .isEmpty();
        assertThat(ports.bulkApprovals().withdraw(otherTenant.id(), SPRING, late))
                .isEmpty();

        BulkApproval anew = approves(SPRING, "maria", day(5), day(12));
        assertThat(of(SPRING)).containsExactly(lapsed, maria.without(veto), olga.without(veto), anew);
    }

    @Test
    void theyAreListedByWhatTheyAreNowTheNewestFirst() {
        BulkApproval lapses = approves(SPRING, "peter", day(1), day(2));
        BulkApproval lasts = approves(new Content("autumn", SPRING.hash()), "maria", day(1), day(8));
        Content winter = new Content("winter", SPRING.hash());
        approves(winter, "olga", day(1), day(8));
        BulkApproval withdrawn = ports.bulkApprovals()
                .withdraw(id(), winter, new Withdrawal("olga", day(1), "a mistake"))
                .getFirst();

        assertThat(listed(Optional.empty(), day(3))).containsExactly(withdrawn, lasts, lapses);
        assertThat(listed(Optional.of(State.VALID), day(1))).containsExactly(lasts, lapses);
        assertThat(listed(Optional.of(State.VALID), day(2)))
                .as("the end is not a part of it")
                .containsExactly(lasts);
        assertThat(listed(Optional.of(State.LAPSED), day(3))).containsExactly(lapses);
        assertThat(listed(Optional.of(State.WITHDRAWN), day(9))).containsExactly(withdrawn);
        assertThat(ports.bulkApprovals().list(id(), Optional.empty(), day(3), withdrawn.position(), 1))
                .containsExactly(lasts);
        assertThat(ports.bulkApprovals().list(otherTenant.id(), Optional.empty(), day(3), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    private BulkApproval approves(Content content, String approver, Instant at, Instant until) {
        return ports.bulkApprovals().keep(id(), content, approver, at, until);
    }

    private List<BulkApproval> of(Content content) {
        return ports.bulkApprovals().of(id(), content);
    }

    private List<BulkApproval> listed(Optional<State> state, Instant now) {
        return ports.bulkApprovals().list(id(), state, now, Long.MAX_VALUE, 10);
    }
}
