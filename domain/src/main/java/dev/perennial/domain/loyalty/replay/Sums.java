package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.shared.UnitId;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a period came to under one program, for one member or for many together. */
public final class Sums {

    private static final Comparator<RuleSums.Key> BY_RULE = Comparator.comparing(RuleSums.Key::rule)
            .thenComparing(key -> key.unit().value());
    private static final Comparator<Owed> BY_UNIT =
            Comparator.comparing((Owed owed) -> owed.unit().value()).thenComparingInt(Owed::version);

    private final SortedMap<String, UnitSums> units = new TreeMap<>();
    private final SortedMap<RuleSums.Key, RuleSums> rules = new TreeMap<>(BY_RULE);
    private final SortedMap<Owed, Long> owed = new TreeMap<>(BY_UNIT);
    private final SortedMap<BudgetUse, Long> drawn = new TreeMap<>();

    /** Units of one version of the program: what they are worth was said by it. */
    public record Owed(UnitId unit, int version) {}

    /** Adds what another one came to. @throws ArithmeticException if a sum does not fit a long */
    public void add(Sums other) {
        other.units.forEach((unit, sums) -> units.merge(unit, sums, UnitSums::plus));
        other.rules.forEach((rule, sums) -> rules.merge(rule, sums.ofOneMember(), RuleSums::plus));
        other.owed.forEach((lots, left) -> owed.merge(lots, left, Math::addExact));
        other.drawn.forEach(this::draw);
    }

    void add(Entry entry) {
        units.merge(entry.unit().value(), UnitSums.of(entry), UnitSums::plus);
        String rule = entry.cause().rule();
        boolean granted = entry.kind() == EntryKind.EARN;
        if (rule != null && (entry.from() == Account.ISSUED || entry.to() == Account.ISSUED)) {
            RuleSums one = new RuleSums(granted ? 1 : 0, UnitSums.of(entry).granted(), 0);
            rules.merge(new RuleSums.Key(rule, entry.unit()), one, RuleSums::plus);
        }
    }

    void draw(BudgetUse use, long more) {
        drawn.merge(use, more, Math::addExact);
    }

    /** What the member has at the end. */
    void close(Wallet wallet) {
        wallet.balances().forEach((unit, balance) -> units.merge(unit.value(), UnitSums.of(balance), UnitSums::plus));
        for (Lot lot : wallet.lots().values()) {
            owed.merge(new Owed(lot.unit(), lot.programVersion()), lot.remaining(), Math::addExact);
        }
    }

    Sums copy() {
        Sums copy = new Sums();
        copy.units.putAll(units);
        copy.rules.putAll(rules);
        copy.owed.putAll(owed);
        copy.drawn.putAll(drawn);
        return copy;
    }

    /** By the unit's id. */
    public SortedMap<String, UnitSums> units() {
        return units;
    }

    public UnitSums of(UnitId unit) {
        return units.getOrDefault(unit.value(), UnitSums.NONE);
    }

    public SortedMap<RuleSums.Key, RuleSums> rules() {
        return rules;
    }

    /** What remains of lots at the end, in the unit's smallest step. */
    public SortedMap<Owed, Long> owed() {
        return owed;
    }

    /** What was drawn on what is scarce since the beginning, with what was given back. */
    public SortedMap<BudgetUse, Long> drawn() {
        return drawn;
    }
}
