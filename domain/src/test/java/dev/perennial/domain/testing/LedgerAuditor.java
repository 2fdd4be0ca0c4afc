package dev.perennial.domain.testing;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Grant;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Replays a member's entries from nothing and compares with what the decisions claim. It shares no code with what it
 * audits and knows the rules only as the list of checks (A1 to A6, A12, A16, A19, A22) states them.
 */
public final class LedgerAuditor {

    private final Map<UnitId, EnumMap<Account, Long>> accounts = new HashMap<>();
    private final TreeMap<Integer, Lot> lots = new TreeMap<>();
    private final Map<Integer, Long> remaining = new HashMap<>();
    private final Map<Integer, Long> inHold = new HashMap<>();
    private final Set<Integer> active = new HashSet<>();
    private final Set<Integer> expired = new HashSet<>();
    private final Map<Integer, Long> runOut = new HashMap<>();
    private final Map<Long, Long> earned = new HashMap<>();
    private final Map<Long, Long> clawedBack = new HashMap<>();
    private final Map<GrantKey, Long> held = new HashMap<>();
    private long lastEntry;
    private long sequence = 1;
    private Instant latest = Instant.MIN;
    private Instant advancedTo = Instant.MIN;

    private record GrantKey(long activity, String rule, UnitId unit) {}

    /** Also checks the first decision, which comes before there is a member. */
    LedgerAuditor fromTheBeginning() {
        sequence = 0;
        return this;
    }

    /** Replays one more decision. */
    public void check(Decision decision) {
        require(
                decision.sequenceBefore() == sequence,
                "A19: decided on sequence ",
                decision.sequenceBefore(),
                ", not ",
                sequence);
        sequence += decision.events().size();
        require(decision.after().sequence() == sequence, "A19: the sequence skips");
        decision.lots().forEach(lot -> lots.put(lot.number(), lot));
        decision.entries().forEach(this::replay);
        List<Entry> told = decision.events().stream()
                .filter(Event.UnitsMoved.class::isInstance)
                .map(event -> ((Event.UnitsMoved) event).entry())
                .toList();
        require(told.equals(decision.entries()), "A18: the events do not tell of the entries");
        Instant now = decision.after().advancedTo();
        require(!now.isBefore(advancedTo) && !latest.isAfter(now), "A22: the member went backwards");
        advancedTo = now;
        checkWallet(decision.after().wallet(), now);
        TransferAuditor.check(decision);
    }

    private void replay(Entry entry) {
        require(entry.number() == ++lastEntry, "A19: entry ", entry.number(), " is not number ", lastEntry);
        require(
                !entry.effectiveAt().isBefore(latest),
                "A22: ",
                entry,
                " counts from before the entry before it, which counts from ",
                latest);
        require(entry.corrects() == null || entry.corrects() < entry.number(), "it corrects a later entry: ", entry);
        latest = entry.effectiveAt();
        EnumMap<Account, Long> books = accounts.computeIfAbsent(entry.unit(), unit -> new EnumMap<>(Account.class));
        books.merge(entry.from(), -entry.amount(), Math::addExact);
        books.merge(entry.to(), entry.amount(), Math::addExact);
        for (Account account : List.of(Account.AVAILABLE, Account.PENDING, Account.HELD)) {
            require(books.getOrDefault(account, 0L) >= 0, "A3: ", account, " is negative after ", entry);
        }
        require(books.getOrDefault(Account.DEBT, 0L) <= 0, "A3: more debt was paid than there was: ", entry);
        if (entry.lotNumber() != null) {
            replayLot(entry, lots.get(entry.lotNumber()));
        }
        replayGrant(entry);
    }

    private void replayLot(Entry entry, Lot lot) {
        int number = lot.number();
        require(lot.unit().equals(entry.unit()), "A4: the lot is of another unit: ", entry);
        boolean in = remainderOf(entry.to()) && !remainderOf(entry.from());
        boolean out = remainderOf(entry.from()) && !remainderOf(entry.to());
        switch (entry.kind()) {
            case ACTIVATE -> {
                require(active.add(number), "A5: activated twice: ", entry);
                require(!entry.effectiveAt().isBefore(lot.terms().availableAt()), "A5: activated early: ", entry);
            }
            case EXPIRE -> {
                require(expired.add(number), "A6: expired twice: ", entry);
                Instant expiresAt = lot.terms().expiresAt();
                boolean late = expiresAt != null && !entry.effectiveAt().isBefore(expiresAt);
                boolean forfeited = entry.cause().trigger() == Cause.Trigger.COMMAND;
                require(late || forfeited || lot.terms().sliding(), "A6: expired early: ", entry);
                require(entry.amount() == free(number), "A6: expired in part: ", entry);
                runOut.put(number, entry.amount());
            }
            case CANCEL -> {
                require(expired.add(number), "A6: cancelled twice: ", entry);
                require(entry.from() == Account.PENDING, "A5: cancelled although active: ", entry);
            }
            case EARN, REWARD, TRANSFER_IN, OPENING -> opened(entry, number);
            case TRANSFER_OUT -> {
                checkSpendable(entry, lot);
                checkSoonestFirst(entry, lot);
            }
            case HOLD -> {
                checkSpendable(entry, lot);
                checkSoonestFirst(entry, lot);
                inHold.merge(number, entry.amount(), Math::addExact);
            }
            case REDEEM -> {
                if (entry.from() == Account.HELD) {
                    released(entry, number);
                } else {
                    checkSpendable(entry, lot);
                    checkSoonestFirst(entry, lot);
                }
            }
            case RELEASE -> {
                if (entry.from() == Account.HELD) {
                    released(entry, number);
                } else {
                    opened(entry, number);
                }
            }
            case RETURN, TRANSFER_RETURN -> {
                require(in, "A4: it does not return: ", entry);
                active.add(number);
            }
            case ADJUST, CONVERT -> {
                if (in) {
                    opened(entry, number);
                } else {
                    checkSpendable(entry, lot);
                    checkSoonestFirst(entry, lot);
                }
            }
            case REINSTATE -> {
                if (in) {
                    opened(entry, number);
                } else {
                    require(expired.contains(number), "A6: gave back what never expired: ", entry);
                    long ranOut = runOut.merge(number, -entry.amount(), Math::addExact);
                    require(ranOut >= 0, "A6: gave back more than had expired: ", entry);
                }
            }
            case REPAY_DEBT -> checkSpendable(entry, lot);
            case CLAWBACK ->
                require(
                        entry.from() == Account.PENDING || active.contains(number) || expired.contains(number),
                        "A5: taken from an available part it never had: ",
                        entry);
            case UNDO_CONVERT -> {
                if (in) {
                    opened(entry, number);
                } else {
                    checkSpendable(entry, lot);
                }
            }
            case REVERSE_CANCEL -> {
                if (entry.from() == Account.ISSUED) {
                    opened(entry, number);
                } else {
                    require(expired.contains(number), "A6: reversed what was never cancelled: ", entry);
                }
            }
            case REVERSE_EXPIRY -> {
                require(expired.contains(number), "A6: reversed what never expired: ", entry);
                long ranOut = runOut.merge(number, -entry.amount(), Math::addExact);
                require(ranOut >= 0, "A6: reversed more than had expired: ", entry);
            }
        }
        long left = remaining.merge(number, in ? entry.amount() : out ? -entry.amount() : 0, Math::addExact);
        require(left >= 0 && left <= lot.original(), "A4: the remainder leaves its range: ", entry);
    }

    private static boolean remainderOf(Account account) {
        return account == Account.AVAILABLE || account == Account.PENDING || account == Account.HELD;
    }

    private long free(int number) {
        return remaining.getOrDefault(number, 0L) - inHold.getOrDefault(number, 0L);
    }

    private void released(Entry entry, int number) {
        long left = inHold.merge(number, -entry.amount(), Math::addExact);
        require(left >= 0, "A13: more was released than was held: ", entry);
    }

    private void opened(Entry entry, int number) {
        require(!remaining.containsKey(number), "A4: issued twice: ", entry);
        if (entry.to() == Account.AVAILABLE) {
            active.add(number);
        }
    }

    private void checkSpendable(Entry entry, Lot lot) {
        Instant expiresAt = lot.terms().expiresAt();
        require(active.contains(lot.number()), "A5: spent before its activation: ", entry);
        require(expiresAt == null || entry.effectiveAt().isBefore(expiresAt), "A5: spent after its expiry: ", entry);
    }

    private void checkSoonestFirst(Entry entry, Lot spent) {
        for (Lot other : lots.headMap(spent.number(), false).values()) {
            require(
                    !spendable(other, entry) || !soonerOrSame(other, spent),
                    "A5: an older, sooner lot was passed over: ",
                    entry);
        }
        for (Lot other : lots.tailMap(spent.number(), false).values()) {
            require(
                    !spendable(other, entry) || soonerOrSame(spent, other),
                    "A5: a sooner lot was passed over: ",
                    entry);
        }
    }

    private boolean spendable(Lot lot, Entry entry) {
        return lot.unit().equals(entry.unit()) && active.contains(lot.number()) && free(lot.number()) > 0;
    }

    private static boolean soonerOrSame(Lot one, Lot other) {
        Instant a = one.terms().expiresAt();
        Instant b = other.terms().expiresAt();
        return b == null || (a != null && !a.isAfter(b));
    }

    private void replayGrant(Entry entry) {
        long activity = entry.cause().activityNumber();
        int sign = switch (entry.kind()) {
            case EARN, REWARD -> 1;
            case CLAWBACK -> -1;
            default -> 0;
        };
        if (sign == 0) {
            return;
        }
        (sign > 0 ? earned : clawedBack).merge(activity, entry.amount(), Math::addExact);
        require(
                clawedBack.getOrDefault(activity, 0L) <= earned.getOrDefault(activity, 0L),
                "A12: more was taken back than earned: ",
                entry);
        if (activity > 0) { // a reward is granted by no fact
            held.merge(
                    new GrantKey(activity, String.valueOf(entry.cause().rule()), entry.unit()),
                    sign * entry.amount(),
                    Math::addExact);
        }
    }

    private void checkWallet(Wallet wallet, Instant now) {
        for (Map.Entry<UnitId, EnumMap<Account, Long>> unit : accounts.entrySet()) {
            Map<Account, Long> books = unit.getValue();
            require(books.values().stream().mapToLong(Long::longValue).sum() == 0, "A2: the books do not balance");
            Balance replayed = new Balance(
                    books.getOrDefault(Account.AVAILABLE, 0L),
                    books.getOrDefault(Account.PENDING, 0L),
                    books.getOrDefault(Account.HELD, 0L),
                    -books.getOrDefault(Account.DEBT, 0L));
            Balance claimed = wallet.balance(unit.getKey());
            require(replayed.equals(claimed), "A1: ", claimed, " is claimed, ", replayed, " is what entries say");
            require(replayed.available() == 0 || replayed.debt() == 0, "A6: available and debt are both positive");
            long inLots = lots.values().stream()
                    .filter(lot -> lot.unit().equals(unit.getKey()))
                    .mapToLong(lot -> remaining.getOrDefault(lot.number(), 0L))
                    .sum();
            require(
                    inLots == replayed.available() + replayed.pending() + replayed.held(),
                    "A4: the lots do not add up");
        }
        for (Lot lot : lots.values()) {
            checkLot(lot, wallet, now);
        }
    }

    private void checkLot(Lot lot, Wallet wallet, Instant now) {
        long left = remaining.getOrDefault(lot.number(), 0L);
        require(lot.remaining() == left, "A4: ", lot, " has ", left);
        Lot open = wallet.lots().get(lot.number());
        require(left == 0 ? open == null : lot.equals(open), "A4: the wallet's lot differs: ", lot);
        Instant expiresAt = lot.terms().expiresAt();
        require(lot.held() == inHold.getOrDefault(lot.number(), 0L), "A4: holds ", lot);
        require(
                free(lot.number()) == 0 || expiresAt == null || expiresAt.isAfter(now),
                "A6: should have expired: ",
                lot);
        require(
                left == 0
                        || active.contains(lot.number())
                        || lot.terms().availableAt().isAfter(now),
                "A5: should be active: ",
                lot);
    }

    /** Compares the grants on record with the ledger, and with the caps of the versions that made them. */
    public void checkGrants(Collection<RecordedFact> facts, ProgramHistory programs) {
        CapsCredited caps = new CapsCredited(programs);
        Map<GrantKey, Long> granted = new HashMap<>();
        for (RecordedFact fact : facts) {
            for (Grant grant : fact.grants()) {
                require(grant.credited() >= 0 && grant.credited() <= grant.nominal(), "A16: ", grant);
                granted.put(new GrantKey(fact.number(), grant.rule(), grant.unit()), grant.credited());
                caps.count(fact, grant);
            }
        }
        caps.exceeded().forEach(cap -> require(false, "A16: ", cap));
        held.forEach((key, units) -> require(
                granted.getOrDefault(key, 0L).equals(units),
                "the ledger holds ",
                units,
                " for ",
                key,
                ", not ",
                granted.get(key)));
        granted.forEach((key, units) -> require(held.getOrDefault(key, 0L).equals(units), "the ledger lacks ", key));
    }

    /** The parts of the finding are only put together when there is one. */
    private static void require(boolean holds, Object... finding) {
        if (!holds) {
            throw new AssertionError(Arrays.stream(finding).map(String::valueOf).collect(Collectors.joining()));
        }
    }
}
