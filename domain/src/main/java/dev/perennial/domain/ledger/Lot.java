package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An amount earned together.
 *
 * @param number the lot's number within the member, from 1, in the order of issue
 * @param original what was issued, in the unit's smallest step
 * @param remaining what is left of it, 0 to original
 * @param expired what ran out and was not taken back since
 * @param pending not active yet
 * @param activityNumber the fact that earned it, 0 when none
 * @param rule the rule that granted it, null when none
 * @param issuedBy the number of the entry that issued it
 * @param expiredBy the number of the entry that expired it; a lot expires at most once
 */
public record Lot(
        int number,
        UnitId unit,
        long original,
        long remaining,
        long expired,
        boolean pending,
        Terms terms,
        long activityNumber,
        @Nullable String rule,
        int programVersion,
        long issuedBy,
        @Nullable Long expiredBy) {

    /** The order in which lots are spent: the soonest to expire, then the oldest. */
    static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    (Lot lot) -> lot.terms().expiresAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(Lot::number);

    public boolean open() {
        return remaining > 0;
    }

    /** The member's account that holds what remains of it. */
    Account account() {
        return pending ? Account.PENDING : Account.AVAILABLE;
    }

    /** The next moment at which something happens to this lot by itself, or null. */
    public @Nullable Instant nextDueAt() {
        if (!open()) {
            return null;
        }
        return activatesNext() ? terms.availableAt() : terms.expiresAt();
    }

    /** Whether what comes next is its activation; if not, it is its expiry, which may come while it is pending. */
    boolean activatesNext() {
        return pending && (terms.expiresAt() == null || !terms.expiresAt().isBefore(terms.availableAt()));
    }

    boolean hasExpiredAt(Instant at) {
        return terms.expiresAt() != null && !terms.expiresAt().isAfter(at);
    }

    Lot activated() {
        return copy(remaining, expired, false, expiredBy);
    }

    Lot less(long amount) {
        return copy(remaining - amount, expired, pending, expiredBy);
    }

    Lot expiredIn(long entry) {
        return copy(0, remaining, pending, entry);
    }

    Lot expiryReversed(long amount) {
        return copy(remaining, expired - amount, pending, expiredBy);
    }

    private Lot copy(long newRemaining, long newExpired, boolean newPending, @Nullable Long newExpiredBy) {
        return new Lot(
                number,
                unit,
                original,
                newRemaining,
                newExpired,
                newPending,
                terms,
                activityNumber,
                rule,
                programVersion,
                issuedBy,
                newExpiredBy);
    }
}
