package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a document in words, field by field, as a plan shows them; empty for what is not set. */
final class Description {

    private Description() {}

    static Map<String, String> of(ProgramDocument document) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time_zone", document.timeZone());
        fields.put("currency", document.currency());
        fields.put("reopen_window_days", Integer.toString(document.reopenWindowDays()));
        return fields;
    }

    static Map<String, String> of(UnitDefinition unit) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", unit.name());
        fields.put("scale", Integer.toString(unit.scale()));
        return fields;
    }

    static Map<String, String> of(EarningRuleDocument rule) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        fields.put("activity_type", words(rule.activityType()));
        fields.put("custom_name", rule.customName());
        fields.put("condition", rule.condition());
        fields.put("starts_at", moment(rule.startsAt()));
        fields.put("ends_at", moment(rule.endsAt()));
        fields.put("unit", rule.unit());
        fields.put("amount", words(rule.amount()));
        fields.put("pending_days", rule.pendingDays() == 0 ? "" : Integer.toString(rule.pendingDays()));
        fields.put("expiry", words(rule.expiry()));
        fields.put("caps", rule.caps().stream().map(Description::words).collect(Collectors.joining(", ")));
        fields.put("earns_on_historical", rule.earnsOnHistorical() ? "true" : "");
        return fields;
    }

    private static String words(ActivityType type) {
        return lower(type);
    }

    private static String words(EarningAmount amount) {
        return switch (amount) {
            case EarningAmount.PerAmount(long units, long each, var rounding) ->
                units + " for each " + each + " paid, rounded " + lower(rounding);
            case EarningAmount.PerItem(long units) -> units + " for each item";
            case EarningAmount.Fixed(long units) -> units + " for each fact";
        };
    }

    private static String words(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Never never -> "";
            case Expiry.AfterDays(int days) -> "after " + count(days, "day");
            case Expiry.EndOfMonth(int months) -> "at the end of the month, " + count(months, "month") + " later";
            case Expiry.EndOfYear(int years) -> "at the end of the year, " + count(years, "year") + " later";
        };
    }

    private static String words(Cap cap) {
        return cap.units() + " " + cap.period().words();
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    private static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
