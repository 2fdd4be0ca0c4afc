package dev.perennial.domain.ledger;

import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PostingTest {

    private final Posting posting = new Posting(Wallet.EMPTY, Instant.MIN);

    @Test
    void aPendingLotActivatesAndThenExpires() {
        earn(1, 10, day(14), day(30), day(0));
        assertThat(posting.balance(POINTS)).isEqualTo(new Balance(0, 10, 0, 0));
        posting.advance(day(100), activated -> {});
        assertThat(moves()).containsExactly("EARN 10 @0", "ACTIVATE 10 @14", "EXPIRE 10 @30");
        assertThat(posting.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void whatExpiresBeforeItActivatesNeverActivates() {
        earn(1, 10, day(14), day(5), day(0));
        posting.advance(day(100), activated -> {});
        assertThat(moves()).containsExactly("EARN 10 @0", "EXPIRE 10 @5");
    }

    @Test
    void onOneInstantActivationsComeBeforeExpiriesAndOlderLotsFirst() {
        earn(1, 1, day(0), day(9), day(0));
        earn(2, 2, day(9), null, day(0));
        earn(3, 3, day(9), day(9), day(0));
        posting.advance(day(9), activated -> {});
        assertThat(moves().subList(3, 7))
                .containsExactly("ACTIVATE 2 @9", "ACTIVATE 3 @9", "EXPIRE 1 @9", "EXPIRE 3 @9");
    }

    @Test
    void debtIsPaidFirstWhenALotActivates() {
        earn(1, 10, day(0), null, day(0));
        posting.spend(POINTS, 10, Account.ADJUSTED, EntryKind.ADJUST, new Occasion(Cause.command(2), day(1)));
        posting.clawBack(POINTS, 10, Conversions.NONE, new Occasion(fact(1), day(2)));
        assertThat(posting.balance(POINTS)).isEqualTo(new Balance(0, 0, 0, 10));
        earn(2, 25, day(5), null, day(3));
        posting.advance(day(5), activated -> {});
        assertThat(moves().subList(2, 6))
                .containsExactly("CLAWBACK 10 @2", "EARN 25 @3", "ACTIVATE 25 @5", "REPAY_DEBT 10 @5");
        assertThat(posting.balance(POINTS)).isEqualTo(new Balance(15, 0, 0, 0));
    }

    @Test
    void whatCameTooLatePaysNoDebtAndExpiresWhenItIsIssued() {
        posting.clawBack(POINTS, 10, Conversions.NONE, new Occasion(fact(1), day(0)));
        earn(2, 25, day(1), day(5), day(9));
        posting.advance(day(9), activated -> {});
        assertThat(moves()).containsExactly("CLAWBACK 10 @0", "EARN 25 @9", "EXPIRE 25 @9");
        assertThat(posting.balance(POINTS)).isEqualTo(new Balance(0, 0, 0, 10));
    }

    @Test
    void aClawbackTakesPendingThenAvailableThenExpiredThenOtherLotsThenDebt() {
        earn(1, 10, day(0), day(5), day(0)); // the grant's own, expired by day 6
        earn(1, 10, day(0), null, day(0)); // its own, available
        earn(1, 10, day(50), null, day(0)); // its own, pending
        earn(2, 10, day(0), null, day(0)); // another fact's
        earn(3, 10, day(50), null, day(0)); // another fact's, pending: not taken
        posting.advance(day(6), activated -> {});
        int before = posting.entries().size();
        posting.clawBack(POINTS, 45, Conversions.NONE, new Occasion(fact(1), day(6)));
        List<Entry> taken = posting.entries().subList(before, posting.entries().size());
        assertThat(taken)
                .extracting(Entry::kind, Entry::from, Entry::to, Entry::amount, Entry::lotNumber, Entry::corrects)
                .containsExactly(
                        Tuple.tuple(EntryKind.CLAWBACK, Account.PENDING, Account.ISSUED, 10L, 3, 3L),
                        Tuple.tuple(EntryKind.CLAWBACK, Account.AVAILABLE, Account.ISSUED, 10L, 2, 2L),
                        Tuple.tuple(EntryKind.REVERSE_EXPIRY, Account.EXPIRED, Account.AVAILABLE, 10L, 1, 6L),
                        Tuple.tuple(EntryKind.CLAWBACK, Account.AVAILABLE, Account.ISSUED, 10L, 1, 1L),
                        Tuple.tuple(EntryKind.CLAWBACK, Account.AVAILABLE, Account.ISSUED, 10L, 4, 1L),
                        Tuple.tuple(EntryKind.CLAWBACK, Account.DEBT, Account.ISSUED, 5L, null, 1L));
        assertThat(posting.balance(POINTS)).isEqualTo(new Balance(0, 10, 0, 5));
    }

    @Test
    void aClawbackTakesTheSameFactsOtherLotsBeforeOtherFactsLots() {
        earn(1, 10, day(0), day(5), day(0)); // another fact's would be the soonest to expire
        posting.issue(
                POINTS,
                10,
                Terms.withoutExpiry(day(0)),
                Account.ISSUED,
                EntryKind.EARN,
                new Occasion(fact(2, "base"), day(0)));
        posting.issue(
                POINTS,
                10,
                Terms.withoutExpiry(day(0)),
                Account.ISSUED,
                EntryKind.EARN,
                new Occasion(fact(2, "bonus"), day(0)));
        posting.clawBack(POINTS, 15, Conversions.NONE, new Occasion(fact(2, "bonus"), day(1)));
        assertThat(posting.wallet().lots().get(1).remaining()).isEqualTo(10);
        assertThat(posting.wallet().lots().get(2).remaining()).isEqualTo(5);
        assertThat(posting.wallet().lots().get(3).remaining()).isZero();
    }

    @Test
    void spendingTakesTheSoonestToExpireThenTheOldest() {
        earn(1, 10, day(0), null, day(0));
        earn(2, 10, day(0), day(90), day(0));
        earn(3, 10, day(0), day(30), day(0));
        earn(4, 10, day(0), day(30), day(0));
        earn(5, 10, day(20), day(21), day(0)); // pending
        assertThat(posting.spend(
                        POINTS, 41, Account.ADJUSTED, EntryKind.ADJUST, new Occasion(Cause.command(2), day(1))))
                .isFalse();
        assertThat(posting.spend(
                        POINTS, 35, Account.ADJUSTED, EntryKind.ADJUST, new Occasion(Cause.command(2), day(1))))
                .isTrue();
        assertThat(posting.entries().subList(5, 9)).extracting(Entry::lotNumber).containsExactly(3, 4, 2, 1);
        assertThat(posting.wallet().openOnly().lots().keySet()).containsExactly(1, 5);
    }

    private void earn(long activity, long units, Instant availableAt, Instant expiresAt, Instant at) {
        posting.issue(
                POINTS,
                units,
                new Terms(availableAt, expiresAt),
                Account.ISSUED,
                EntryKind.EARN,
                new Occasion(fact(activity), at));
    }

    private static Cause fact(long activity) {
        return fact(activity, "base");
    }

    private static Cause fact(long activity, String rule) {
        return new Cause(Cause.Trigger.ACTIVITY, activity, activity, rule, 1);
    }

    private List<String> moves() {
        return posting.entries().stream()
                .map(entry -> entry.kind() + " " + entry.amount() + " @"
                        + java.time.Duration.between(day(0), entry.effectiveAt())
                                .toDays())
                .toList();
    }
}
