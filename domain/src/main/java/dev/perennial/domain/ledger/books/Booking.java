package dev.perennial.domain.ledger.books;

import static dev.perennial.domain.ledger.books.BookAccount.CONTRACT_LIABILITY;

import dev.perennial.domain.ledger.Account;
import java.util.Optional;

/**
 * How a movement between two accounts of the ledger is booked: the one that units leave is debited, the other credited.
 */
public record Booking(PostingClass postingClass, BookAccount debit, BookAccount credit) {

    /**
     * The booking of a movement.
     *
     * @param sale whether the rule that granted the units does so for purchases
     * @return empty for what moves on the same account of the general ledger, as when a lot becomes active
     */
    public static Optional<Booking> of(Account from, Account to, boolean sale) {
        BookAccount debit = account(from, sale);
        BookAccount credit = account(to, sale);
        return debit == credit ? Optional.empty() : Optional.of(new Booking(postingClass(from, to), debit, credit));
    }

    /** By how much the liability grows with so many units: not at all, or by all of them, either way. */
    long liability(long units) {
        return credit == CONTRACT_LIABILITY ? units : debit == CONTRACT_LIABILITY ? -units : 0;
    }

    boolean movesLiability() {
        return credit == CONTRACT_LIABILITY || debit == CONTRACT_LIABILITY;
    }

    /** Whether units on the account are owed to the member. */
    public static boolean isOwed(Account account) {
        return account(account, false) == CONTRACT_LIABILITY;
    }

    private static BookAccount account(Account account, boolean sale) {
        return switch (account) {
            case AVAILABLE, PENDING, HELD -> CONTRACT_LIABILITY;
            case DEBT -> BookAccount.MEMBER_RECEIVABLE;
            case ISSUED, CANCELLED -> sale ? BookAccount.REVENUE_DEFERRAL : BookAccount.MARKETING_EXPENSE;
            case EXPIRED -> BookAccount.BREAKAGE_REVENUE;
            case CONVERTED -> BookAccount.CONVERSION_CLEARING;
            case REDEEMED -> BookAccount.REDEMPTION_REVENUE;
            case IN_TRANSIT -> BookAccount.TRANSFER_CLEARING;
            case ADJUSTED -> BookAccount.ADJUSTMENTS;
            case OPENING -> BookAccount.OPENING_BALANCES;
        };
    }

    private static PostingClass postingClass(Account from, Account to) {
        if (from == Account.EXPIRED && to == Account.ADJUSTED) {
            return PostingClass.REVERSE_EXPIRY; // it goes on from there as a correction by hand
        }
        return switch (to) {
            case ISSUED -> PostingClass.CLAW_BACK;
            case EXPIRED -> PostingClass.EXPIRE;
            case CANCELLED -> PostingClass.CANCEL;
            case CONVERTED -> PostingClass.CONVERT;
            case REDEEMED -> PostingClass.REDEEM;
            case IN_TRANSIT -> PostingClass.TRANSFER;
            case ADJUSTED -> PostingClass.ADJUST;
            case OPENING -> PostingClass.OPEN;
            case AVAILABLE, PENDING, HELD, DEBT -> into(from);
        };
    }

    private static PostingClass into(Account from) {
        return switch (from) {
            case ISSUED -> PostingClass.ISSUE;
            case EXPIRED -> PostingClass.REVERSE_EXPIRY;
            case CANCELLED -> PostingClass.REVERSE_CANCEL;
            case CONVERTED -> PostingClass.CONVERT;
            case REDEEMED -> PostingClass.RETURN;
            case IN_TRANSIT -> PostingClass.TRANSFER;
            case ADJUSTED -> PostingClass.ADJUST;
            case OPENING -> PostingClass.OPEN;
            case AVAILABLE, PENDING, HELD, DEBT -> PostingClass.REPAY_DEBT;
        };
    }
}
