package dev.perennial.domain.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What limited rules have credited.
 *
 * @param caps what was credited in the periods that are not over yet
 * @param lastCredited when rules with a cooldown last credited something
 */
public record LimitsUsed(Map<CapUse, Long> caps, Map<String, Instant> lastCredited) {

    public static final LimitsUsed NONE = new LimitsUsed(Map.of(), Map.of());

    /** A later version may move the program to a zone where a later fact falls on an earlier day: by two at most. */
    private static final int ZONE_SLACK_DAYS = 2;

    public LimitsUsed {
        caps = Map.copyOf(caps);
        lastCredited = Map.copyOf(lastCredited);
    }

    long used(CapUse use) {
        return caps.getOrDefault(use, 0L);
    }

    /**
     * After a fact, which charged some caps and started some cooldowns. Caps of periods that are over are dropped.
     *
     * @param day of the fact
     */
    LimitsUsed after(LocalDate day, Map<CapUse, Long> charged, Instant at, Set<String> cooling) {
        LocalDate earliest = day.minusDays(ZONE_SLACK_DAYS);
        if (charged.isEmpty() && cooling.isEmpty() && caps.keySet().stream().noneMatch(use -> use.over(earliest))) {
            return this;
        }
        Map<CapUse, Long> current = new HashMap<>(caps);
        current.keySet().removeIf(use -> use.over(earliest));
        charged.forEach((use, units) -> current.merge(use, units, Math::addExact));
        Map<String, Instant> last = new HashMap<>(lastCredited);
        cooling.forEach(rule -> last.put(rule, at));
        return new LimitsUsed(current, last);
    }
}
