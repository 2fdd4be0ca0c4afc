package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a rule granted for a fact: first from the lots of that grant (pending, available, then what expired, by
 * undoing the expiry), then likewise from the fact's other lots, then from the member's other available lots, then as debt.
 */
final class Clawback {

    private final Posting posting;
    private final UnitId unit;
    private final Occasion occasion;

    Clawback(Posting posting, UnitId unit, Occasion occasion) {
        this.posting = posting;
        this.unit = unit;
        this.occasion = occasion;
    }

    void take(long amount) {
        Predicate<Lot> ofUnit = lot -> lot.unit().equals(unit);
        Predicate<Lot> ofFact =
                ofUnit.and(lot -> lot.activityNumber() == occasion.cause().activityNumber());
        Predicate<Lot> ofGrant =
                ofFact.and(lot -> Objects.equals(lot.rule(), occasion.cause().rule()));
        Long granting =
                posting.lots(ofGrant).stream().map(Lot::issuedBy).findFirst().orElse(null);
        long left = fromFact(ofGrant, amount);
        left = fromFact(ofFact, left);
        left = fromOpen(posting.spendable(ofUnit.and(lot -> !lot.pending())), left, granting);
        if (left > 0) {
            posting.owe(unit, left, occasion, granting);
        }
    }

    /** @return what is still to be taken, as below */
    private long fromFact(Predicate<Lot> own, long amount) {
        long left = fromOpen(posting.spendable(own.and(Lot::pending)), amount, null);
        left = fromOpen(posting.spendable(own.and(lot -> !lot.pending())), left, null);
        return fromExpired(posting.lots(own.and(lot -> lot.expired() > 0)), left);
    }

    /** @param granting the entry that is corrected; null for each lot's own */
    private long fromOpen(List<Lot> lots, long amount, @Nullable Long granting) {
        long left = amount;
        for (Lot lot : lots) {
            long taken = Math.min(left, lot.remaining());
            if (taken > 0) {
                long corrected = granting == null ? lot.issuedBy() : granting;
                posting.move(
                        lot.less(taken), lot.account(), Account.ISSUED, taken, EntryKind.CLAWBACK, occasion, corrected);
                left -= taken;
            }
        }
        return left;
    }

    private long fromExpired(List<Lot> lots, long amount) {
        long left = amount;
        for (Lot lot : lots) {
            long taken = Math.min(left, lot.expired());
            if (taken > 0) {
                Lot reversed = lot.expiryReversed(taken);
                posting.move(
                        reversed,
                        Account.EXPIRED,
                        Account.AVAILABLE,
                        taken,
                        EntryKind.REVERSE_EXPIRY,
                        occasion,
                        lot.expiredBy());
                posting.move(
                        reversed,
                        Account.AVAILABLE,
                        Account.ISSUED,
                        taken,
                        EntryKind.CLAWBACK,
                        occasion,
                        lot.issuedBy());
                left -= taken;
            }
        }
        return left;
    }
}
