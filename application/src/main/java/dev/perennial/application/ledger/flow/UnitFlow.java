package dev.perennial.application.ledger.flow;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.EntryKind;
import dev.perennial.domain.shared.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sum of entries that are alike.
 *
 * @param rule the earning rule that granted the units; empty when none did
 * @param programVersion the version whose rule that is; 0 when none was needed
 * @param amount in the unit's smallest step, more than 0
 */
public record UnitFlow(
        UnitId unit, String rule, int programVersion, EntryKind kind, Account from, Account to, long amount) {

    /** One for each kind of entry, with the sum of those that are alike. */
    public static List<UnitFlow> joined(List<UnitFlow> flows) {
        Map<UnitFlow, Long> sums = new LinkedHashMap<>();
        flows.forEach(flow -> sums.merge(flow.of(0), flow.amount(), Math::addExact));
        return sums.entrySet().stream()
                .map(each -> each.getKey().of(each.getValue()))
                .toList();
    }

    private UnitFlow of(long other) {
        return new UnitFlow(unit, rule, programVersion, kind, from, to, other);
    }

    /** The amount as one account sees it: what comes in less what goes out. */
    public long into(Account account) {
        return to == account ? amount : from == account ? -amount : 0;
    }
}
