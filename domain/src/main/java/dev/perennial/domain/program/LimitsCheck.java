package dev.perennial.domain.program;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is asked of how much a rule credits to one member. */
final class LimitsCheck {

    private static final Duration COOLDOWN_MAX = Duration.ofDays(366);

    private LimitsCheck() {}

    static void check(Limits limits, Findings findings) {
        caps(limits.caps(), findings.at("caps"));
        Duration cooldown = limits.cooldown();
        if (cooldown.isNegative() || cooldown.compareTo(COOLDOWN_MAX) > 0) {
            findings.at("cooldown").add("is " + cooldown.toSeconds() + " seconds; it must be from 0 to 366 days");
        }
    }

    private static void caps(List<Cap> caps, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < caps.size(); i++) {
            Cap cap = caps.get(i);
            findings.item(i).at(field(cap)).range(cap.limit(), 1, Long.MAX_VALUE);
            if (!seen.add(cap.of() + " " + cap.period())) {
                findings.item(i).at("period").add("the rule already has a cap for this period");
            }
        }
    }

    static String field(Cap cap) {
        return cap.of().name().toLowerCase(Locale.ROOT);
    }
}
