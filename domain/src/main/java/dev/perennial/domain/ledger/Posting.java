package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
    private final Instant notBefore;

    /** Nothing it writes counts from before the moment: up to there the member's past is told. */
    public Posting(Wallet before, Instant notBefore) {
        this.before = before;
        this.notBefore = notBefore;
        this.balances = new TreeMap<>(before.balances());
        this.lots = new TreeMap<>(before.lots());
    }

    /**
     * Opens a lot. It is pending until its time, and a debt is paid as soon as it is active.
     *
     * @param amount more than 0, in the unit's smallest step
     * @param source the program's account that the units come from
     * @throws ArithmeticException if the member would have more than {@link Balance#TOTAL_MAX}
     */
    public void issue(UnitId unit, long amount, Terms terms, Account source, EntryKind kind, Occasion occasion) {
        issue(unit, amount, terms, source, kind, occasion, null);
    }

    /** @param corrects the entry that took the units away which come back as this lot, null when none */
    void issue(
            UnitId unit,
            long amount,
            Terms terms,
            Account source,
            EntryKind kind,
            Occasion occasion,
            @Nullable Long corrects) {
        if (!balance(unit).hasRoomFor(amount)) {
            throw new ArithmeticException("a balance over its limit");
        }
        Cause cause = occasion.cause();
        boolean pending = terms.isAwaiting() || terms.availableAt().isAfter(occasion.at());
        Lot lot = new Lot(
                before.lastLot() + newLots() + 1,
                unit,
                amount,
                amount,
                0,
                0,
                pending,
                terms,
                cause.activityNumber(),
                cause.rule(),
                cause.programVersion(),
                nextEntryNumber(),
                null);
        move(lot, source, lot.account(), amount, kind, occasion, corrects);
        if (!pending) {
            repayDebt(lot, occasion);
        }
    }

    /**
     * Applies what happens to lots by themselves up to and including the moment, in order of time; expiries on one
     * instant come last.
     *
     * @param activated what else happens when units become available: it may open, change and close lots
     */
    public void advance(Instant now, Consumer<Occasion> activated) {
        PriorityQueue<Due> queue = new PriorityQueue<>();
        lots.values().forEach(lot -> Due.by(now, lot).ifPresent(queue::add));
        for (Due planned = queue.poll(); planned != null; planned = queue.poll()) {
            Due due = Due.by(now, lot(planned.lot().number())).orElse(null);
            if (due == null || !due.isWhen(planned)) {
                continue; // what happened meanwhile changed the lot
            }
            int known = lots.lastKey();
            Occasion occasion = new Occasion(Cause.due(due.lot()), latest(due.at()));
            happen(due, occasion);
            if (due.kind() == Due.Kind.ACTIVATE) {
                activated.accept(occasion);
            }
            Due.by(now, lot(due.lot().number())).ifPresent(queue::add);
            lots.tailMap(known + 1).values().forEach(lot -> Due.by(now, lot).ifPresent(queue::add));
        }
    }

    private void happen(Due due, Occasion occasion) {
        switch (due.kind()) {
            case ACTIVATE -> activate(due.lot(), occasion);
            case CANCEL -> lose(due.lot(), EntryKind.CANCEL, occasion);
            case EXPIRE -> lose(due.lot(), EntryKind.EXPIRE, occasion);
        }
    }

    Lot lot(int number) {
        return Objects.requireNonNull(lots.get(number), "a lot of this decision");
    }

    /**
     * Takes units out of the member's available lots, the soonest to expire first.
     *
     * @param amount more than 0, in the unit's smallest step
     * @return whether there were enough; when not, nothing is done
     */
    public boolean spend(UnitId unit, long amount, Account to, EntryKind kind, Occasion occasion) {
        if (usable(unit, occasion.at()) < amount) {
            return false;
        }
        long left = amount;
        for (Lot lot : spendable(lot -> isUsable(lot, unit, occasion.at()))) {
            long taken = Math.min(left, lot.free());
            if (taken > 0) {
                move(lot.less(taken), Account.AVAILABLE, to, taken, kind, occasion, null);
                left -= taken;
            }
        }
        return true;
    }

    /** What can be spent: less than what is available while something that came too late has not run out yet. */
    public long usable(UnitId unit, Instant at) {
        if (balance(unit).available() == 0) {
            return 0;
        }
        return lots.values().stream()
                .filter(lot -> isUsable(lot, unit, at))
                .mapToLong(Lot::free)
                .sum();
    }

    static boolean isUsable(Lot lot, UnitId unit, Instant at) {
        return lot.unit().equals(unit) && !lot.pending() && !lot.hasExpiredAt(at);
    }

    /**
     * Takes back what a rule granted for a fact; whatever the member no longer has becomes debt.
     *
     * @param amount more than 0, in the unit's smallest step
     * @param conversions what the unit may have become
     */
    public void clawBack(UnitId unit, long amount, Conversions conversions, Occasion occasion) {
        new Clawback(this, unit, conversions, occasion).take(amount);
    }

    /** Takes back what was granted as these lots; otherwise as what a rule granted. */
    public void clawBack(UnitId unit, long amount, Set<Integer> granted, Conversions conversions, Occasion occasion) {
        new Clawback(this, unit, conversions, occasion).take(amount, granted);
    }

    /** Ends the waiting of the fact's lots that wait for the activity, if it came in time; of cancelled ones, too. */
    public void confirm(long activityNumber, String activity, Instant occurredAt, Occasion occasion) {
        lots(lot -> lot.activityNumber() == activityNumber
                        && lot.pending()
                        && lot.terms().awaits().equals(activity)
                        && !occurredAt.isAfter(lot.terms().availableAt()))
                .forEach(lot -> confirm(lot, occasion));
    }

    private void confirm(Lot lot, Occasion occasion) {
        if (lot.expired() > 0) {
            restore(lot, occasion);
        } else if (lot.open()) {
            Lot confirmed = lot.confirmed(occasion.at());
            move(confirmed, Account.PENDING, Account.AVAILABLE, lot.free(), EntryKind.ACTIVATE, occasion, null);
            repayDebt(confirmed, occasion);
        }
    }

    /** What was cancelled comes back as a lot of its own: one that is closed never opens again. */
    private void restore(Lot lot, Occasion occasion) {
        long amount = lot.expired();
        Lot emptied = lot.expiryReversed(amount);
        move(emptied, Account.CANCELLED, Account.ISSUED, amount, EntryKind.REVERSE_CANCEL, occasion, lot.expiredBy());
        Cause cause = occasion.cause();
        Cause again =
                new Cause(cause.trigger(), cause.number(), lot.activityNumber(), lot.rule(), lot.programVersion());
        issue(
                lot.unit(),
                amount,
                lot.terms().confirmed(occasion.at()),
                Account.ISSUED,
                EntryKind.REVERSE_CANCEL,
                new Occasion(again, occasion.at()));
    }

    /**
     * Turns units into others.
     *
     * @param terms of the lot that they become
     */
    public void convert(UnitId from, long amount, UnitId to, long into, Terms terms, Occasion occasion) {
        if (!spend(from, amount, Account.CONVERTED, EntryKind.CONVERT, occasion)) {
            throw new IllegalStateException("there is less to convert than was looked at");
        }
        issue(to, into, terms, Account.CONVERTED, EntryKind.CONVERT, occasion);
    }

    /**
     * Turns a part of a lot that was converted back into what it was made of.
     *
     * @param terms of the lot that comes back
     */
    void undoConversion(Lot lot, Conversions.Rate rate, long times, UnitId from, Terms terms, Occasion occasion) {
        long taken = Math.multiplyExact(times, rate.into());
        move(
                lot.less(taken),
                lot.account(),
                Account.CONVERTED,
                taken,
                EntryKind.UNDO_CONVERT,
                occasion,
                lot.issuedBy());
        long back = Math.multiplyExact(times, rate.from());
        issue(from, back, terms, Account.CONVERTED, EntryKind.UNDO_CONVERT, occasion);
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

    /** The moment, unless an entry was already written for a later one: no entry counts from before its elders. */
    public Instant latest(Instant at) {
        Instant elder = entries.isEmpty() ? notBefore : entries.getLast().effectiveAt();
        return elder.isAfter(at) ? elder : at;
    }

    /** Lets run out what the member has, pending or not. Whatever it waited for will not bring it back. */
    public void forfeit(Occasion occasion) {
        lots(lot -> lot.free() > 0).forEach(lot -> lose(lot.waitingNoMore(), EntryKind.EXPIRE, occasion));
    }

    /** What the terms of open lots are now, where they depend on more than the lot. */
    public void reterm(UnaryOperator<Lot> terms) {
        lots.replaceAll((number, lot) -> lot.open() || lot.expiredBy() == null ? terms.apply(lot) : lot);
    }

    private void activate(Lot lot, Occasion occasion) {
        Lot active = lot.activated();
        move(active, Account.PENDING, Account.AVAILABLE, lot.free(), EntryKind.ACTIVATE, occasion, null);
        repayDebt(active, occasion);
    }

    private void lose(Lot lot, EntryKind kind, Occasion occasion) {
        Account to = kind == EntryKind.CANCEL ? Account.CANCELLED : Account.EXPIRED;
        move(lot.expiredIn(nextEntryNumber()), lot.account(), to, lot.free(), kind, occasion, null);
    }

    void repayDebt(Lot lot, Occasion occasion) {
        long paid = Math.min(balance(lot.unit()).debt(), lot.free());
        if (paid > 0 && !lot.hasExpiredAt(occasion.at())) { // what came too late pays nothing either
            move(lot.less(paid), Account.AVAILABLE, Account.DEBT, paid, EntryKind.REPAY_DEBT, occasion, null);
        }
    }

    /** The lots, closed ones too, the oldest first. */
    List<Lot> lots(Predicate<Lot> which) {
        return lots.values().stream().filter(which).toList();
    }

    /** The lots of which something is free, in the order in which they are spent. */
    List<Lot> spendable(Predicate<Lot> which) {
        return lots.values().stream()
                .filter(lot -> lot.free() > 0)
                .filter(which)
                .sorted(Lot.SPENDING_ORDER)
                .toList();
    }

    /**
     * Moves units of a lot.
     *
     * @param lot as it is afterwards
     * @param corrects the entry that this one corrects, null when none
     */
    void move(
            Lot lot,
            Account from,
            Account to,
            long amount,
            EntryKind kind,
            Occasion occasion,
            @Nullable Long corrects) {
        lots.put(lot.number(), lot);
        touched.put(lot.number(), lot);
        post(lot.unit(), from, to, amount, lot.number(), kind, occasion, corrects);
    }

    /** The member owes what could not be taken from any lot. */
    void owe(UnitId unit, long amount, Occasion occasion, @Nullable Long corrects) {
        post(unit, Account.DEBT, Account.ISSUED, amount, null, EntryKind.CLAWBACK, occasion, corrects);
    }

    private void post(
            UnitId unit,
            Account from,
            Account to,
            long amount,
            @Nullable Integer lot,
            EntryKind kind,
            Occasion occasion,
            @Nullable Long corrects) {
        entries.add(new Entry(
                nextEntryNumber(), unit, from, to, amount, lot, kind, occasion.cause(), occasion.at(), corrects));
        balances.put(unit, balance(unit).after(from, to, amount));
    }

    private long nextEntryNumber() {
        return before.lastEntry() + entries.size() + 1;
    }

    private int newLots() {
        return lots.isEmpty() ? 0 : Math.max(0, lots.lastKey() - before.lastLot());
    }
}
