package dev.perennial.domain.program;

import dev.perennial.domain.shared.Period;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of who may have a reward, and when. */
final class RewardGatesCheck {

    private static final int LIMITS_MAX = 10;

    private final SubjectsCheck subjects;
    private final References references;

    RewardGatesCheck(SubjectsCheck subjects, References references) {
        this.subjects = subjects;
        this.references = references;
    }

    /** The compiled condition; of use only if nothing was found. */
    Condition check(RewardGates gates, Findings findings) {
        if (gates.startsAt() != null
                && gates.endsAt() != null
                && !gates.startsAt().isBefore(gates.endsAt())) {
            findings.at("available_until").add("the season must end after it starts");
        }
        Set<String> seen = new HashSet<>();
        findings.at("tiers").each(gates.tiers(), Findings.ELEMENTS_MAX, "levels", (tier, here) -> {
            references.oneLevel(tier, here);
            if (!seen.add(tier)) {
                here.add("'" + tier + "' stands here already");
            }
        });
        Condition condition = subjects.condition(gates.condition(), findings.at("condition"));
        limits(gates.limits(), findings.at("limits"));
        return condition;
    }

    private static void limits(List<RewardDocument.Limit> limits, Findings findings) {
        Set<Period> seen = EnumSet.noneOf(Period.class);
        findings.each(limits, LIMITS_MAX, "limits", (limit, here) -> {
            here.at("times").range(limit.times(), 1, Long.MAX_VALUE);
            if (!seen.add(limit.period())) {
                here.at("period").add("the reward already has a limit for this period");
            }
        });
    }
}
