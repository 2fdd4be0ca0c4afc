package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries against a wallet and keeps balances and lots in step with them. It lives for one decision; what it
 * wrote is then read by {@link #entries()}, {@link #touched()} and {@link #wallet()}.
 */
public final class Posting {

    private final TreeMap<UnitId, Balance> balances;
    private final TreeMap<Integer, Lot> lots;
    private final Map<Integer, Lot> touched = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Wallet before;

    public Posting(Wallet before) {
        this.before = before;
        this.balances = new TreeMap<>(before.balances());
        this.lots = new TreeMap<>(before.lots());
    }

    /** Opens a lot. It is pending until its time, and a debt is paid as soon as it is active. */
    public void issue(UnitId unit, long amount, Terms terms, Account source, EntryKind kind, Cause cause, Instant at) {
        boolean pending = terms.availableAt().isAfter(at);
        long entry = nextEntryNumber();
        Lot lot = new Lot(
                before.lastLot() + newLots() + 1,
                unit,
                amount,
                amount,
                0,
                pending,
                terms,
                cause.activityNumber(),
                cause.rule(),
                cause.programVersion(),
                entry,
                null);
        put(lot);
        post(unit, source, pending ? Account.PENDING : Account.AVAILABLE, amount, lot.number(), kind, cause, at, null);
        if (!pending) {
            repayDebt(lot, cause, at);
        }
    }

    /** Applies what happens to lots by themselves up to and including the moment, in order of time; expiries on one instant come last. */
    public void advance(Instant now) {
        PriorityQueue<Due> queue = new PriorityQueue<>();
        lots.values().forEach(lot -> Due.by(now, lot).ifPresent(queue::add));
        for (Due due = queue.poll(); due != null; due = queue.poll()) {
            Instant at = latest(due.at());
            if (due.activation()) {
                activate(due.lot(), at);
            } else {
                expire(due.lot(), at);
            }
            Due.by(now, Objects.requireNonNull(lots.get(due.lot().number()))).ifPresent(queue::add);
        }
    }

    /**
     * Takes back what a rule granted for a fact: first from the lots of that grant (pending, available, then what
     * expired, by undoing the expiry), then likewise from the fact's other lots, then from the member's other available
     * lots, then as debt.
     */
    public void clawBack(UnitId unit, long amount, Cause cause, Instant at) {
        Predicate<Lot> ofUnit = lot -> lot.unit().equals(unit);
        Predicate<Lot> ofFact = ofUnit.and(lot -> lot.activityNumber() == cause.activityNumber());
        Predicate<Lot> own = ofFact.and(lot -> Objects.equals(lot.rule(), cause.rule()));
        Long corrected = lots.values().stream()
                .filter(own)
                .map(Lot::issuedBy)
                .findFirst()
                .orElse(null);
        long left = takeBackOwn(own, amount, cause, at);
        left = takeBackOwn(ofFact, left, cause, at);
        left = takeBack(spendable(ofUnit.and(lot -> !lot.pending())), left, cause, at, corrected);
        if (left > 0) {
            post(unit, Account.DEBT, Account.ISSUED, left, null, EntryKind.CLAWBACK, cause, at, corrected);
        }
    }

    /** Takes units out of the member's available lots, soonest to expire first; says whether there were enough and does nothing when not. */
    public boolean spend(UnitId unit, long amount, Account to, EntryKind kind, Cause cause, Instant at) {
        if (balance(unit).available() < amount) {
            return false;
        }
        long left = amount;
        for (Lot lot : spendable(lot -> lot.unit().equals(unit) && !lot.pending())) {
            long taken = Math.min(left, lot.remaining());
            if (taken > 0) {
                put(lot.less(taken));
                post(unit, Account.AVAILABLE, to, taken, lot.number(), kind, cause, at, null);
                left -= taken;
            }
        }
        return true;
    }

    public Balance balance(UnitId unit) {
        return balances.getOrDefault(unit, Balance.ZERO);
    }

    public Wallet wallet() {
        return new Wallet(balances, lots, before.lastLot() + newLots(), before.lastEntry() + entries.size());
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The lots that were opened or changed, as they are now. */
    public List<Lot> touched() {
        return List.copyOf(touched.values());
    }

    /** The moment, unless this decision already wrote an entry for a later one: no entry counts from before its elders. */
    private Instant latest(Instant at) {
        return entries.isEmpty() || !entries.getLast().effectiveAt().isAfter(at)
                ? at
                : entries.getLast().effectiveAt();
    }

    private void activate(Lot lot, Instant at) {
        Lot active = lot.activated();
        put(active);
        post(
                lot.unit(),
                Account.PENDING,
                Account.AVAILABLE,
                lot.remaining(),
                lot.number(),
                EntryKind.ACTIVATE,
                Cause.due(lot),
                at,
                null);
        repayDebt(active, Cause.due(lot), at);
    }

    private void expire(Lot lot, Instant at) {
        put(lot.expiredIn(nextEntryNumber()));
        Account from = lot.pending() ? Account.PENDING : Account.AVAILABLE;
        post(
                lot.unit(),
                from,
                Account.EXPIRED,
                lot.remaining(),
                lot.number(),
                EntryKind.EXPIRE,
                Cause.due(lot),
                at,
                null);
    }

    private void repayDebt(Lot lot, Cause cause, Instant at) {
        long paid = Math.min(balance(lot.unit()).debt(), lot.remaining());
        if (paid > 0 && !lot.hasExpiredAt(at)) { // what came too late pays nothing either
            put(lot.less(paid));
            post(
                    lot.unit(),
                    Account.AVAILABLE,
                    Account.DEBT,
                    paid,
                    lot.number(),
                    EntryKind.REPAY_DEBT,
                    cause,
                    at,
                    null);
        }
    }

    private long takeBackOwn(Predicate<Lot> own, long amount, Cause cause, Instant at) {
        long left = takeBack(spendable(own.and(Lot::pending)), amount, cause, at, null);
        left = takeBack(spendable(own.and(lot -> !lot.pending())), left, cause, at, null);
        return takeBackExpired(own, left, cause, at);
    }

    private long takeBack(List<Lot> from, long amount, Cause cause, Instant at, @Nullable Long corrects) {
        long left = amount;
        for (Lot lot : from) {
            long taken = Math.min(left, lot.remaining());
            if (taken > 0) {
                put(lot.less(taken));
                Account account = lot.pending() ? Account.PENDING : Account.AVAILABLE;
                long corrected = corrects == null ? lot.issuedBy() : corrects;
                post(
                        lot.unit(),
                        account,
                        Account.ISSUED,
                        taken,
                        lot.number(),
                        EntryKind.CLAWBACK,
                        cause,
                        at,
                        corrected);
                left -= taken;
            }
        }
        return left;
    }

    private long takeBackExpired(Predicate<Lot> own, long amount, Cause cause, Instant at) {
        long left = amount;
        for (Lot lot :
                lots.values().stream().filter(own.and(l -> l.expired() > 0)).toList()) {
            long taken = Math.min(left, lot.expired());
            if (taken > 0) {
                put(lot.expiryReversed(taken));
                post(
                        lot.unit(),
                        Account.EXPIRED,
                        Account.AVAILABLE,
                        taken,
                        lot.number(),
                        EntryKind.REVERSE_EXPIRY,
                        cause,
                        at,
                        lot.expiredBy());
                post(
                        lot.unit(),
                        Account.AVAILABLE,
                        Account.ISSUED,
                        taken,
                        lot.number(),
                        EntryKind.CLAWBACK,
                        cause,
                        at,
                        lot.issuedBy());
                left -= taken;
            }
        }
        return left;
    }

    private List<Lot> spendable(Predicate<Lot> which) {
        Stream<Lot> open = lots.values().stream().filter(Lot::open).filter(which);
        return open.sorted(Lot.SPENDING_ORDER).toList();
    }

    private void post(
            UnitId unit,
            Account from,
            Account to,
            long amount,
            @Nullable Integer lot,
            EntryKind kind,
            Cause cause,
            Instant at,
            @Nullable Long corrects) {
        entries.add(new Entry(nextEntryNumber(), unit, from, to, amount, lot, kind, cause, at, corrects));
        balances.put(unit, balance(unit).after(from, to, amount));
    }

    private long nextEntryNumber() {
        return before.lastEntry() + entries.size() + 1;
    }

    private int newLots() {
        return lots.isEmpty() ? 0 : Math.max(0, lots.lastKey() - before.lastLot());
    }

    private void put(Lot lot) {
        lots.put(lot.number(), lot);
        touched.put(lot.number(), lot);
    }
}
