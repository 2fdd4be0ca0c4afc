package dev.perennial.domain.loyalty.raffle;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries as the ledger writes them; the first ones earn, and the list is frozen after them. */
class TakenBackTest {

    private final List<Entry> entries = new ArrayList<>();
    private long frozenAt;

    @Test
    void aRefundTakesBackWhatItsPurchaseHadEarned() {
        earns(10, 1);
        freeze();
        clawsBack(4, 1, 1);
        assertThat(takenBack()).isEqualTo(4);
        clawsBack(6, 1, 1);
        assertThat(takenBack()).isEqualTo(10);
    }

    @Test
    void aRefundBeforeTheCloseIsInTheList() {
        earns(10, 1);
        clawsBack(4, 1, 1);
        freeze();
        assertThat(takenBack()).isZero();
    }

    @Test
    void whatIsSpentOrExpiresOrIsCorrectedAfterTheCloseStillTakesPart() {
        earns(10, 1);
        earns(10, 2);
        freeze();
        moves(EntryKind.ADJUST, Account.AVAILABLE, Account.ADJUSTED, 10, 1, null);
        moves(EntryKind.EXPIRE, Account.AVAILABLE, Account.EXPIRED, 10, 2, null);
        assertThat(takenBack()).isZero();
    }

    @Test
    void ticketsThatAreSpentAreTakenBackAllTheSame() {
        earns(10, 1);
        freeze();
        moves(EntryKind.ADJUST, Account.AVAILABLE, Account.ADJUSTED, 7, 1, null);
        clawsBack(3, 1, 1);
        moves(EntryKind.CLAWBACK, Account.DEBT, Account.ISSUED, 7, null, 1L);
        assertThat(takenBack()).isEqualTo(10);
    }

    @Test
    void ticketsThatExpiredAreTakenBackAllTheSame() {
        earns(10, 1);
        freeze();
        moves(EntryKind.EXPIRE, Account.AVAILABLE, Account.EXPIRED, 10, 1, null);
        moves(EntryKind.REVERSE_EXPIRY, Account.EXPIRED, Account.AVAILABLE, 10, 1, 2L);
        clawsBack(10, 1, 1);
        assertThat(takenBack()).isEqualTo(10);
    }

    @Test
    void aPurchaseAfterTheCloseAndItsRefundChangeNothing() {
        earns(10, 1);
        freeze();
        earns(20, 2);
        clawsBack(20, 2, 2);
        assertThat(takenBack()).isZero();
    }

    @Test
    void whatWasPendingAtTheCloseDidNotTakePart() {
        earns(10, 1);
        moves(EntryKind.EARN, Account.ISSUED, Account.PENDING, 5, 2, null);
        moves(EntryKind.EARN, Account.ISSUED, Account.PENDING, 5, 3, null);
        freeze();
        moves(EntryKind.CLAWBACK, Account.PENDING, Account.ISSUED, 5, 2, 2L);
        moves(EntryKind.ACTIVATE, Account.PENDING, Account.AVAILABLE, 5, 3, null);
        clawsBack(5, 3, 3);
        assertThat(takenBack()).isZero();
    }

    @Test
    void whatIsTakenFromTicketsOfAnotherPurchaseCountsOnce() {
        earns(10, 1);
        earns(10, 2);
        moves(EntryKind.ADJUST, Account.AVAILABLE, Account.ADJUSTED, 10, 1, null);
        freeze();
        moves(EntryKind.CLAWBACK, Account.AVAILABLE, Account.ISSUED, 10, 2, 1L);
        assertThat(takenBack()).isEqualTo(10);
    }

    @Test
    void whatIsTakenFromLaterTicketsCountsAgainstTheGrantThatTookPart() {
        earns(10, 1);
        freeze();
        moves(EntryKind.ADJUST, Account.AVAILABLE, Account.ADJUSTED, 10, 1, null);
        earns(10, 2);
        moves(EntryKind.CLAWBACK, Account.AVAILABLE, Account.ISSUED, 10, 2, 1L);
        assertThat(takenBack()).isEqualTo(10);
    }

    private void earns(long units, int lot) {
        moves(EntryKind.EARN, Account.ISSUED, Account.AVAILABLE, units, lot, null);
    }

    private void clawsBack(long units, int lot, long corrects) {
        moves(EntryKind.CLAWBACK, Account.AVAILABLE, Account.ISSUED, units, lot, corrects);
    }

    private void moves(
            EntryKind kind, Account from, Account to, long units, @Nullable Integer lot, @Nullable Long corrects) {
        entries.add(
                new Entry(entries.size() + 1, POINTS, from, to, units, lot, kind, Cause.command(1), START, corrects));
    }

    private void freeze() {
        frozenAt = entries.size();
    }

    private long takenBack() {
        return TakenBack.of(entries, frozenAt);
    }
}
