package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what was granted, by a rule for a fact or as a reward: first from the lots of that grant (pending, available, then what expired,
 * by undoing the expiry), then likewise from the fact's other lots, then from the member's other available lots, then
 * as debt. Of a unit that becomes another, one lot is as good as the next: after those of the grant come all that are
 * available, then what it became and was not used since.
 */
final class Clawback {

    private final Posting posting;
    private final UnitId unit;
    private final Conversions conversions;
    private final Occasion occasion;
    private final Predicate<Lot> ofUnit;

    Clawback(Posting posting, UnitId unit, Conversions conversions, Occasion occasion) {
        this.posting = posting;
        this.unit = unit;
        this.conversions = conversions;
        this.occasion = occasion;
        this.ofUnit = lot -> lot.unit().equals(unit);
    }

    /** What the occasion's rule granted for the occasion's fact. */
    void take(long amount) {
        Predicate<Lot> ofFact =
                ofUnit.and(lot -> lot.activityNumber() == occasion.cause().activityNumber());
        take(
                amount,
                ofFact.and(lot -> Objects.equals(lot.rule(), occasion.cause().rule())),
                ofFact);
    }

    /** What was granted as these lots. */
    void take(long amount, Set<Integer> granted) {
        Predicate<Lot> ofGrant = ofUnit.and(lot -> granted.contains(lot.number()));
        take(amount, ofGrant, ofGrant);
    }

    private void take(long amount, Predicate<Lot> ofGrant, Predicate<Lot> ofFact) {
        Long granting =
                posting.lots(ofGrant).stream().map(Lot::issuedBy).findFirst().orElse(null);
        Predicate<Lot> active = ofUnit.and(lot -> !lot.pending());
        long left = fromFact(ofGrant, amount, null);
        if (left > 0 && conversions.converts(unit)) {
            left = fromOpen(posting.spendable(active), left, granting);
            undoConversions(left);
            left = fromOpen(posting.spendable(active), left, granting);
        }
        left = fromFact(ofFact, left, granting);
        left = fromOpen(posting.spendable(active), left, granting);
        if (left > 0) {
            posting.owe(unit, left, occasion, granting);
        }
    }

    /**
     * Undoes as many conversions of the unit as it takes, the latest first, where what came of them is unused.
     */
    private void undoConversions(long amount) {
        long left = amount;
        for (Lot lot : posting.lots(Lot::open).reversed()) {
            Conversions.Rate rate = conversions.rateOf(lot, unit).orElse(null);
            long times = rate == null || left <= 0 ? 0 : rate.timesFor(left, lot.free());
            if (rate != null && times > 0) {
                posting.undoConversion(lot, rate, times, unit, conversions.ofReturned(unit, occasion), occasion);
                left -= times * rate.from();
            }
        }
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
            long taken = Math.min(left, lot.free());
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
