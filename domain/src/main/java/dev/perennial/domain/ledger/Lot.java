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
 * @param remaining what is left of it, 0 to original, with what is set aside for reservations
 * @param held the part of what remains that is set aside for reservations; it does not run out meanwhile
 * @param expired what ran out or was cancelled and was not taken back since
 * @param pending not active yet
 * @param activityNumber the fact that earned it, 0 when none
 * @param rule the rule that granted it, null when none
 * @param issuedBy the number of the entry that issued it
 * @param expiredBy the number of the entry that expired or cancelled it; either happens at most once
 */
public record Lot(
        int number,
        UnitId unit,
        long original,
        long remaining,
        long held,
        long expired,
        boolean pending,
        Terms terms,
        long activityNumber,
        @Nullable String rule,
        int programVersion,
        long issuedBy,
        @Nullable Long expiredBy) {

    /** The order in which lots are spent: the soonest to expire, then the oldest; sliding ones all expire last. */
    static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    Lot::fixedExpiry, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(Lot::number);

    public boolean open() {
        return remaining > 0;
    }

    /** What remains of it and is not set aside. */
    public long free() {
        return remaining - held;
    }

    /** The member's account that holds what is free of it. */
    Account account() {
        return pending ? Account.PENDING : Account.AVAILABLE;
    }

    /** The next moment at which something happens to this lot by itself, or null. */
    public @Nullable Instant nextDueAt() {
        if (free() == 0) {
            return null;
        }
        return comesNext() == Due.Kind.EXPIRE ? terms.expiresAt() : terms.availableAt();
    }

    /** What happens to it next, if anything does. Its expiry may come while it is pending. */
    Due.Kind comesNext() {
        boolean expiresFirst = terms.expiresAt() != null && terms.expiresAt().isBefore(terms.availableAt());
        if (!pending || expiresFirst) {
            return Due.Kind.EXPIRE;
        }
        return terms.isAwaiting() ? Due.Kind.CANCEL : Due.Kind.ACTIVATE;
    }

    /** The program's account that holds what ran out of it. */
    Account lostTo() {
        return terms.isAwaiting() && pending ? Account.CANCELLED : Account.EXPIRED;
    }

    private @Nullable Instant fixedExpiry() {
        return terms.sliding() ? null : terms.expiresAt();
    }

    boolean hasExpiredAt(Instant at) {
        return terms.expiresAt() != null && !terms.expiresAt().isAfter(at);
    }

    Lot activated() {
        return copy(remaining, held, expired, false, expiredBy);
    }

    /** This lot under other terms. */
    public Lot under(Terms other) {
        return new Lot(
                number,
                unit,
                original,
                remaining,
                held,
                expired,
                pending,
                other,
                activityNumber,
                rule,
                programVersion,
                issuedBy,
                expiredBy);
    }

    /** What it waited for has come. */
    Lot confirmed(Instant at) {
        return activated().under(terms.confirmed(at));
    }

    /** Pending as before, but not for an activity. */
    Lot waitingNoMore() {
        return under(terms.confirmed(terms.availableAt()));
    }

    Lot less(long amount) {
        return copy(remaining - amount, held, expired, pending, expiredBy);
    }

    Lot more(long amount) {
        return copy(remaining + amount, held, expired, pending, expiredBy);
    }

    Lot holding(long amount) {
        return copy(remaining, held + amount, expired, pending, expiredBy);
    }

    Lot released(long amount) {
        return copy(remaining, held - amount, expired, pending, expiredBy);
    }

    /** What was set aside of it has left it. */
    Lot lessHeld(long amount) {
        return copy(remaining - amount, held - amount, expired, pending, expiredBy);
    }

    Lot expiredIn(long entry) {
        return copy(held, held, free(), pending, entry);
    }

    Lot expiryReversed(long amount) {
        return copy(remaining, held, expired - amount, pending, expiredBy);
    }

    private Lot copy(
            long newRemaining, long newHeld, long newExpired, boolean newPending, @Nullable Long newExpiredBy) {
        return new Lot(
                number,
                unit,
                original,
                newRemaining,
                newHeld,
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
