package dev.perennial.domain.program;

import dev.perennial.domain.program.TiersDocument.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Levels and memberships in words, field by field; empty for what is not set. */
final class StandingDescription {

    private StandingDescription() {}

    /** What holds for all levels; nothing when there are none. */
    static Map<String, String> of(@Nullable TiersDocument tiers) {
        if (tiers == null) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("unit", tiers.unit());
        fields.put("window", words(tiers.window()));
        fields.put("grace_days", Words.days(tiers.graceDays()));
        fields.put("downgrade", Words.lower(tiers.downgrade()));
        fields.put("on_refund", Words.lower(tiers.onRefund()));
        TiersDocument.StatusMatch match = tiers.statusMatch();
        fields.put("status_match", match == null ? "" : words(match));
        return fields;
    }

    static Map<String, String> of(TiersDocument.Level level) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", level.name());
        fields.put("threshold", Long.toString(level.threshold()));
        fields.put("benefits", Words.named(level.benefits()));
        return fields;
    }

    static Map<String, String> of(PlanDocument plan) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", plan.name());
        fields.put("price", Long.toString(plan.price()));
        fields.put("months", Integer.toString(plan.months()));
        fields.put("trial_days", Words.days(plan.trialDays()));
        fields.put("grace_days", Words.days(plan.graceDays()));
        fields.put("benefits", Words.named(plan.benefits()));
        fields.put("tier", plan.tier());
        return fields;
    }

    private static String words(Window window) {
        return switch (window) {
            case Window.CalendarYear() -> "the calendar year";
            case Window.AnniversaryYear() -> "the year since the last anniversary";
            case Window.RollingDays(int days) -> "the last " + Words.count(days, "day");
        };
    }

    private static String words(TiersDocument.StatusMatch match) {
        String kept = match.keepPercent() == 0
                ? ""
                : "; " + Words.count(match.keptDays(), "day") + " more for " + match.keepPercent()
                        + " % of the threshold";
        return Words.count(match.days(), "day") + kept;
    }
}
