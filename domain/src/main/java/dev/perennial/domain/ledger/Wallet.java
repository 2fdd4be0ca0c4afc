package dev.perennial.domain.ledger;

import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a member owns: a balance for each unit and the lots that make it up.
 *
 * @param lots by number; every open lot, and closed ones only where a decision asked for them
 * @param lastLot the highest lot number ever used
 * @param lastEntry the highest entry number ever used
 */
public record Wallet(SortedMap<UnitId, Balance> balances, SortedMap<Integer, Lot> lots, int lastLot, long lastEntry) {

    public static final Wallet EMPTY = new Wallet(new TreeMap<>(), new TreeMap<>(), 0, 0);

    public Wallet {
        balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
        lots = Collections.unmodifiableSortedMap(new TreeMap<>(lots));
    }

    public Balance balance(UnitId unit) {
        return balances.getOrDefault(unit, Balance.ZERO);
    }

    /** Whether everything of the other may come in. */
    public boolean hasRoomFor(Wallet other) {
        return other.balances.entrySet().stream()
                .allMatch(each ->
                        balance(each.getKey()).hasRoomFor(each.getValue().total()));
    }

    /** The earliest moment at which something happens to a lot by itself. */
    public Optional<Instant> nextDueAt() {
        return lots.values().stream()
                .map(Lot::nextDueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    /** This wallet with lots that are no longer open added, so that what they granted can be taken back. */
    public Wallet withClosed(Collection<Lot> closed) {
        SortedMap<Integer, Lot> all = new TreeMap<>(lots);
        closed.forEach(lot -> all.putIfAbsent(lot.number(), lot));
        return new Wallet(balances, all, lastLot, lastEntry);
    }

    /** This wallet without its closed lots: what the next decision needs. */
    public Wallet openOnly() {
        if (lots.values().stream().allMatch(Lot::open)) {
            return this;
        }
        SortedMap<Integer, Lot> open = new TreeMap<>(lots);
        open.values().removeIf(lot -> !lot.open());
        return new Wallet(balances, open, lastLot, lastEntry);
    }
}
