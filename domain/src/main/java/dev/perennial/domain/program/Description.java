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
        fields.putAll(of(rule.subject()));
        fields.put("unit", rule.unit());
        fields.put("amount", words(rule.amount()));
        fields.put("pending", words(rule.pending()));
        fields.put("expiry", words(rule.expiry()));
        fields.put("caps", rule.limits().caps().stream().map(Cap::words).collect(Collectors.joining(", ")));
        fields.put("earns_on_historical", rule.earnsOnHistorical() ? "true" : "");
        return fields;
    }

    private static Map<String, String> of(Subject subject) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("activity_type", words(subject.activityType()));
        fields.put("custom_name", subject.customName());
        fields.put("partner", subject.partner());
        fields.put("condition", subject.condition());
        fields.put("starts_at", moment(subject.startsAt()));
        fields.put("ends_at", moment(subject.endsAt()));
        return fields;
    }

    private static String words(Pending pending) {
        return switch (pending) {
            case Pending.ForDays(int days) -> days == 0 ? "" : count(days, "day");
            case Pending.Until(Instant moment) -> "until " + moment;
            case Pending.EndOf(var period) -> "to the end of the " + lower(period);
            case Pending.UntilActivity(String name, int days) ->
                "until " + name + " of the order, at most " + count(days, "day");
        };
    }

    private static String words(ActivityType type) {
        return lower(type);
    }

    private static String words(EarningAmount amount) {
        return switch (amount) {
            case EarningAmount.PerAmount(long units, long each, var rounding) ->
                units + " for each " + each + " paid, rounded " + lower(rounding);
            case EarningAmount.PerItem(long units) -> units + " for each item";
            case EarningAmount.PerAttribute(String name, long units, long each, var rounding) ->
                units + " for each " + each + " of " + name + ", rounded " + lower(rounding);
            case EarningAmount.Fixed(long units) -> units + " for each fact";
        };
    }

    private static String words(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Never never -> "";
            case Expiry.AfterDays(int days) -> "after " + count(days, "day");
            case Expiry.AfterMonths(int months) -> "after " + count(months, "month");
            case Expiry.EndOfMonth(int months) -> "at the end of the month, " + count(months, "month") + " later";
            case Expiry.EndOfYear(int years) -> "at the end of the year, " + count(years, "year") + " later";
        };
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
