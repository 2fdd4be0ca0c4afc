package dev.perennial.domain.program;

import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.Window;
import dev.perennial.domain.program.UnitDefinition.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of levels and memberships. */
final class StandingCheck {

    private static final int DAYS_MAX = 1_000;
    private static final int GRACE_DAYS_MAX = 400;
    private static final int TRIAL_DAYS_MAX = 400;
    private static final int MONTHS_MAX = 120;

    private final References references;

    StandingCheck(References references) {
        this.references = references;
    }

    void check(StandingDocument standing, Findings findings) {
        TiersDocument tiers = standing.tiers();
        if (tiers != null) {
            tiers(tiers, findings.at("tiers"));
        }
        plans(standing.membershipPlans(), findings.at("membership_plans"));
    }

    private void tiers(TiersDocument tiers, Findings findings) {
        references
                .unit(tiers.unit(), findings.at("unit"))
                .filter(unit -> unit.kind() != Kind.STATUS)
                .ifPresent(unit -> findings.at("unit").add("levels are reached by a unit of the kind STATUS"));
        if (tiers.window() instanceof Window.RollingDays(int days)) {
            findings.at("rolling_days").range(days, 1, DAYS_MAX);
        }
        levels(tiers.levels(), findings.at("levels"));
        findings.at("grace_days").range(tiers.graceDays(), 0, GRACE_DAYS_MAX);
        TiersDocument.StatusMatch match = tiers.statusMatch();
        if (match != null) {
            Findings here = findings.at("status_match");
            here.at("days").range(match.days(), 1, DAYS_MAX);
            here.at("keep_percent").range(match.keepPercent(), 0, 100);
            here.at("kept_days").range(match.keptDays(), 0, DAYS_MAX);
        }
    }

    private static void levels(List<Level> levels, Findings findings) {
        if (levels.isEmpty()) {
            findings.add("there must be at least one level");
        }
        Set<String> seen = new HashSet<>();
        findings.each(levels, Findings.ELEMENTS_MAX, "levels", (level, here) -> {
            here.named(level.id(), level.name(), seen);
            PartiesCheck.named(level.benefits(), "benefits", here.at("benefits"));
        });
        findings.ascending(levels, "threshold", Level::threshold);
    }

    private void plans(List<PlanDocument> plans, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(plans, Findings.ELEMENTS_MAX, "plans", (plan, here) -> {
            here.named(plan.id(), plan.name(), seen);
            here.at("price").range(plan.price(), 0, GrantCheck.AMOUNT_MAX);
            here.at("months").range(plan.months(), 1, MONTHS_MAX);
            here.at("trial_days").range(plan.trialDays(), 0, TRIAL_DAYS_MAX);
            here.at("grace_days").range(plan.graceDays(), 0, GRACE_DAYS_MAX);
            PartiesCheck.named(plan.benefits(), "benefits", here.at("benefits"));
            references.level(plan.tier(), here.at("tier"));
        });
    }
}
