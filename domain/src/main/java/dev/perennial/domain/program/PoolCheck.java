package dev.perennial.domain.program;

import dev.perennial.domain.program.UnitDefinition.Kind;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of what families may save together. */
final class PoolCheck {

    private static final int MEMBERS_MIN = 2;
    private static final int MEMBERS_MAX = 50;
    private static final int COOLING_OFF_DAYS_MAX = 3_650;

    private final References references;

    PoolCheck(References references) {
        this.references = references;
    }

    void check(@Nullable PoolDocument pool, Findings findings) {
        if (pool == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        if (pool.units().isEmpty()) {
            findings.at("units").add("is empty: a pool holds at least one unit");
        }
        findings.at("units").each(pool.units(), Findings.ELEMENTS_MAX, "units", (unit, here) -> unit(unit, seen, here));
        findings.at("max_members").range(pool.maxMembers(), MEMBERS_MIN, MEMBERS_MAX);
        findings.at("cooling_off_days").range(pool.coolingOffDays(), 0, COOLING_OFF_DAYS_MAX);
    }

    private void unit(String id, Set<String> seen, Findings findings) {
        references.unit(id, findings).ifPresent(unit -> kind(unit.kind(), findings));
        if (references.isSliding(id)) {
            findings.add("'" + id + "' has a sliding expiry: nobody could say whose activities keep it");
        }
        if (!seen.add(id)) {
            findings.add("'" + id + "' stands here already");
        }
    }

    private static void kind(Kind kind, Findings findings) {
        if (!kind.isSpendable()) {
            findings.add("a unit of the kind " + kind + " is not given away");
        } else if (kind == Kind.TICKET || kind == Kind.STAMP) {
            findings.add("a unit of the kind " + kind + " works by itself: a pool is nobody who wins or fills a card");
        }
    }
}
