package dev.perennial.domain.testing;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.loyalty.Grant;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.shared.UnitId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a member's books say, so that two of them can be compared. Zeros say nothing. */
public final class Books {

    private Books() {}

    /** What each rule credited for each fact: {@code o1/base/points}. */
    public static Map<String, Long> entitlements(World world) {
        Map<String, Long> units = new TreeMap<>();
        for (RecordedFact fact : world.facts()) {
            for (Grant grant : fact.grants()) {
                String key = fact.activity().key().externalId() + "/" + grant.rule() + "/"
                        + grant.unit().value();
                units.merge(key, grant.credited(), Long::sum);
            }
        }
        units.values().removeIf(value -> value == 0);
        return units;
    }

    public static Map<UnitId, Balance> balances(World world) {
        return world.state().wallet().balances().entrySet().stream()
                .filter(each -> !each.getValue().equals(Balance.ZERO))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
