package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a rule granted for a fact: first from the lots of that grant (pending, available, then what expired,
 * by undoing the expiry), then likewise from the fact's other lots, then from the member's other available lots, then
 * from what the unit became and was not used since, by undoing the conversion, then as debt.
 */
final class Clawback {

    private final Posting posting;
    private final UnitId unit;
    private final Conversions conversions;
    private final Occasion occasion;

    Clawback(Posting posting, UnitId unit, Conversions conversions, Occasion occasion) {
        this.posting = posting;
        this.unit = unit;
        this.conversions = conversions;
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
        long left = fromFact(ofGrant, amount, null);
        left = fromFact(ofFact, left, granting);
        Predicate<Lot> active = ofUnit.and(lot -> !lot.pending());
        left = fromOpen(posting.spendable(active), left, granting);
        while (left > 0 && undoneConversion()) {
            left = fromOpen(posting.spendable(active), left, granting);
        }
        if (left > 0) {
            posting.owe(unit, left, occasion, granting);
        }
    }

    /** Undoes the latest conversion of the unit whose outcome is untouched; whether there was one. */
    private boolean undoneConversion() {
        for (Lot lot : posting.lots(Lot::isUntouched).reversed()) {
            Long made = conversions.madeOf(lot, unit);
            if (made != null) {
                posting.undoConversion(lot, unit, made, occasion);
                return true;
            }
        }
        return false;
    }

    /**
     * Takes from lots of the fact.
     *
     * @param corrected the entry that is corrected; null for the one that issued each lot
     * @return what is still to be taken
     */
    private long fromFact(Predicate<Lot> own, long amount, @Nullable Long corrected) {
        long left = fromOpen(posting.spendable(own.and(Lot::pending)), amount, corrected);
        left = fromOpen(posting.spendable(own.and(lot -> !lot.pending())), left, corrected);
        return fromExpired(posting.lots(own.and(lot -> lot.expired() > 0)), left, corrected);
    }

    private long fromOpen(List<Lot> lots, long amount, @Nullable Long corrected) {
        long left = amount;
        for (Lot lot : lots) {
            long taken = Math.min(left, lot.remaining());
            if (taken > 0) {
                moveBack(lot.less(taken), taken, corrected);
                left -= taken;
            }
        }
        return left;
    }

    private long fromExpired(List<Lot> lots, long amount, @Nullable Long corrected) {
        long left = amount;
        for (Lot lot : lots) {
            long taken = Math.min(left, lot.expired());
            if (taken > 0) {
                Lot reversed = lot.expiryReversed(taken);
                posting.move(
                        reversed,
                        lot.lostTo(),
                        Account.AVAILABLE,
                        taken,
                        lot.lostTo() == Account.CANCELLED ? EntryKind.REVERSE_CANCEL : EntryKind.REVERSE_EXPIRY,
                        occasion,
                        lot.expiredBy());
                moveBack(reversed, taken, corrected);
                left -= taken;
            }
        }
        return left;
    }

    private void moveBack(Lot lot, long amount, @Nullable Long corrected) {
        Account from = lot.expiredBy() == null ? lot.account() : Account.AVAILABLE;
        Long corrects = corrected == null ? Long.valueOf(lot.issuedBy()) : corrected;
        posting.move(lot, from, Account.ISSUED, amount, EntryKind.CLAWBACK, occasion, corrects);
    }
}
