package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Sets units aside, spends them and gives them back; each time lot by lot, so that they come back as what they were.
 */
public final class Spending {

    private final Posting posting;
    private final Occasion occasion;

    public Spending(Posting posting, Occasion occasion) {
        this.posting = posting;
        this.occasion = occasion;
    }

    /** What can be set aside or spent. */
    public long usable(UnitId unit) {
        return posting.usable(unit, occasion.at());
    }

    /** Pays what is owed by what is available, of each unit; ordinarily either is there alone. */
    public void repayDebts() {
        posting.spendable(lot -> Posting.isUsable(lot, lot.unit(), occasion.at()))
                .forEach(lot -> posting.repayDebt(lot, occasion));
    }

    /**
     * Sets units aside, the soonest to expire first. They do not run out until they are released.
     *
     * @param amount at most what is usable
     * @return the lots that they are set aside of
     */
    public List<LotShare> hold(UnitId unit, long amount) {
        return take(unit, amount, Account.HELD, EntryKind.HOLD, Lot::holding);
    }

    /**
     * Spends units, the soonest to expire first.
     *
     * @param amount at most what is usable
     * @return the lots that they were spent of
     */
    public List<LotShare> redeem(UnitId unit, long amount) {
        return take(unit, amount, Account.REDEEMED, EntryKind.REDEEM, Lot::less);
    }

    /** Spends what was set aside, whatever ran out meanwhile: a reservation is judged when it is made. */
    public void redeemHeld(List<LotShare> held) {
        for (LotShare share : held) {
            Lot lot = posting.lot(share.lot()).lessHeld(share.amount());
            move(lot, Account.HELD, Account.REDEEMED, share.amount(), EntryKind.REDEEM);
        }
    }

    /**
     * Sends units to somebody else, the soonest to expire first.
     *
     * @param amount at most what is usable
     * @return the lots that they were sent of
     */
    public List<LotShare> send(UnitId unit, long amount) {
        return take(unit, amount, Account.IN_TRANSIT, EntryKind.TRANSFER_OUT, Lot::less);
    }

    /** What somebody else has sent comes in, as one lot. */
    public void receive(UnitId unit, long amount, Terms terms) {
        posting.issue(unit, amount, terms, Account.IN_TRANSIT, EntryKind.TRANSFER_IN, occasion);
    }

    /** Sent units come back; otherwise as {@link #giveBack}. */
    public void takeBack(List<LotShare> sent, Duration grace) {
        comeBack(sent, grace, Account.IN_TRANSIT, EntryKind.TRANSFER_RETURN);
    }

    /** Ends a reservation: what is past its expiry runs out with the next advance, everything else can be used again. */
    public void release(List<LotShare> held) {
        for (LotShare share : held) {
            Lot lot = posting.lot(share.lot());
            if (lot.expiredBy() == null) {
                Lot freed = lot.released(share.amount());
                move(freed, Account.HELD, Account.AVAILABLE, share.amount(), EntryKind.RELEASE);
                posting.repayDebt(freed, occasion);
            } else { // a lot runs out once: what comes back of it later is a lot of its own
                Lot left = lot.lessHeld(share.amount());
                move(left, Account.HELD, Account.REDEEMED, share.amount(), EntryKind.RELEASE);
                reissue(lot, share.amount(), lot.terms(), Account.REDEEMED, EntryKind.RELEASE);
            }
        }
    }

    /**
     * Gives units back to the lots that they were spent of, each of which must be known. What has run out meanwhile
     * comes back for the time of grace.
     */
    public void giveBack(List<LotShare> spent, Duration grace) {
        comeBack(spent, grace, Account.REDEEMED, EntryKind.RETURN);
    }

    private void comeBack(List<LotShare> spent, Duration grace, Account from, EntryKind kind) {
        for (LotShare share : spent) {
            Lot lot = posting.lot(share.lot());
            if (lot.hasExpiredAt(occasion.at()) || lot.expiredBy() != null) {
                reissue(lot, share.amount(), inGrace(grace), from, kind);
            } else if (lot.open()) {
                Lot more = lot.more(share.amount());
                move(more, from, Account.AVAILABLE, share.amount(), kind);
                posting.repayDebt(more, occasion);
            } else { // one that is closed never opens again
                reissue(lot, share.amount(), lot.terms(), from, kind);
            }
        }
    }

    private Terms inGrace(Duration grace) {
        Instant at = occasion.at();
        return new Terms(at, at.plus(grace));
    }

    /** As what it was: whoever takes back what a fact had earned finds it. */
    private void reissue(Lot lot, long amount, Terms terms, Account from, EntryKind kind) {
        Cause cause = occasion.cause();
        Cause again =
                new Cause(cause.trigger(), cause.number(), lot.activityNumber(), lot.rule(), lot.programVersion());
        posting.issue(lot.unit(), amount, terms, from, kind, new Occasion(again, occasion.at()));
    }

    private List<LotShare> take(
            UnitId unit, long amount, Account to, EntryKind kind, BiFunction<Lot, Long, Lot> taking) {
        List<LotShare> shares = new ArrayList<>();
        long left = amount;
        for (Lot lot : posting.spendable(lot -> Posting.isUsable(lot, unit, occasion.at()))) {
            long taken = Math.min(left, lot.free());
            if (taken > 0) {
                move(taking.apply(lot, taken), Account.AVAILABLE, to, taken, kind);
                shares.add(new LotShare(lot.number(), taken));
                left -= taken;
            }
        }
        if (left > 0) {
            throw new IllegalStateException("there is less to spend than was looked at");
        }
        return shares;
    }

    private void move(Lot lot, Account from, Account to, long amount, EntryKind kind) {
        posting.move(lot, from, to, amount, kind, occasion, null);
    }
}
