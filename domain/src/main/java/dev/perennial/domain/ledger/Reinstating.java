package dev.perennial.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives back by hand what ran out. A lot that is closed never opens again, so what comes back of it is a lot of its own
 * with the old one's fact and rule: whoever takes back what the fact had earned finds it there, and what is left of the
 * expiry where it was.
 */
public final class Reinstating {

    private final Posting posting;
    private final Occasion occasion;

    public Reinstating(Posting posting, Occasion occasion) {
        this.posting = posting;
        this.occasion = occasion;
    }

    /** What ran out by these entries and neither came back nor was taken back since. */
    public long left(List<Entry> expiries) {
        return expiries.stream().mapToLong(this::left).reduce(0, Math::addExact);
    }

    private long left(Entry expiry) {
        Lot lot = lot(expiry);
        return Objects.equals(lot.expiredBy(), expiry.number()) ? lot.expired() : 0;
    }

    /**
     * Gives back what ran out, in the order in which it did.
     *
     * @param amount at most what is left of these entries, in the unit's smallest step
     * @param expiresAt the first moment at which it can no longer be used again; null means never
     */
    public void giveBack(List<Entry> expiries, long amount, @Nullable Instant expiresAt) {
        long owed = amount;
        for (Entry expiry : expiries) {
            long given = Math.min(owed, left(expiry));
            if (given > 0) {
                giveBack(lot(expiry), expiry, given, expiresAt);
                owed -= given;
            }
        }
        if (owed > 0) {
            throw new IllegalStateException("less had run out than was looked at");
        }
    }

    private void giveBack(Lot lot, Entry expiry, long amount, @Nullable Instant expiresAt) {
        Cause cause = occasion.cause();
        Occasion again = new Occasion(
                new Cause(cause.trigger(), cause.number(), lot.activityNumber(), lot.rule(), lot.programVersion()),
                occasion.at());
        posting.move(
                lot.expiryReversed(amount),
                Account.EXPIRED,
                Account.ADJUSTED,
                amount,
                EntryKind.REINSTATE,
                again,
                expiry.number());
        posting.issue(
                lot.unit(),
                amount,
                new Terms(availableAt(lot), expiresAt),
                Account.ADJUSTED,
                EntryKind.REINSTATE,
                again,
                expiry.number());
    }

    /** What ran out while it was pending, as when all was forfeited, goes on being so. */
    private Instant availableAt(Lot lot) {
        Instant planned = lot.terms().availableAt();
        return lot.pending() && planned.isAfter(occasion.at()) ? planned : occasion.at();
    }

    private Lot lot(Entry expiry) {
        return posting.lot(Objects.requireNonNull(expiry.lotNumber(), "what runs out is a lot"));
    }
}
