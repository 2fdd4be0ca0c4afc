package dev.perennial.domain.program;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules, multipliers and budgets in words, field by field; empty for what is not set. */
final class EarningDescription {

    private EarningDescription() {}

    static Map<String, String> of(EarningRuleDocument rule) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        fields.putAll(of(rule.subject()));
        fields.put("unit", rule.unit());
        fields.put("amount", words(rule.amount()));
        fields.put("base", words(rule.base()));
        fields.put("pending", words(rule.pending()));
        fields.put("expiry", Words.expiry(rule.expiry()));
        fields.put("caps", rule.limits().caps().stream().map(Cap::words).collect(Collectors.joining(", ")));
        Duration cooldown = rule.limits().cooldown();
        fields.put("cooldown", cooldown.isZero() ? "" : cooldown.toString());
        fields.put("budget", rule.budget());
        fields.put("funded_by", rule.fundedBy());
        fields.put("earns_on_historical", rule.earnsOnHistorical() ? "true" : "");
        return fields;
    }

    static Map<String, String> of(Subject subject) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("activity_type", Words.type(subject.activityType()));
        fields.put("custom_name", subject.customName());
        fields.put("partner", subject.partner());
        fields.put("condition", subject.condition());
        fields.put("starts_at", Words.moment(subject.startsAt()));
        fields.put("ends_at", Words.moment(subject.endsAt()));
        return fields;
    }

    static Map<String, String> of(MultiplierDocument multiplier) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", multiplier.name());
        fields.putAll(of(multiplier.subject()));
        fields.put("percent", multiplier.percent() + " %");
        fields.put("rules", String.join(", ", multiplier.rules()));
        return fields;
    }

    static Map<String, String> of(BudgetDocument budget) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", budget.name());
        fields.put("unit", budget.unit());
        fields.put("amount", budget.amount() + " " + budget.period().words());
        return fields;
    }

    private static String words(EarningAmount amount) {
        return switch (amount) {
            case EarningAmount.PerAmount(long units, long each, var rounding) ->
                units + " for each " + each + " paid, rounded " + Words.lower(rounding);
            case EarningAmount.PerItem(long units) -> units + " for each item";
            case EarningAmount.PerAttribute(String name, long units, long each, var rounding) ->
                units + " for each " + each + " of " + name + ", rounded " + Words.lower(rounding);
            case EarningAmount.Fixed(long units) -> units + " for each fact";
        };
    }

    private static String words(EarningBase base) {
        return Words.joined(
                base.beforeTax() ? "before tax" : "",
                base.withShipping() ? "with shipping" : "",
                base.beforeDiscounts() ? "before discounts" : "",
                base.withGiftCards() ? "with gift cards" : "",
                base.withoutGiftCardPayments() ? "without gift card payments" : "",
                base.withUnitPayments() ? "with unit payments" : "",
                base.excluded().isEmpty() ? "" : "without " + words(base.excluded()),
                base.boosts().stream()
                        .map(boost -> boost.percent() + " % of " + words(boost.goods()))
                        .collect(Collectors.joining(", ")));
    }

    /** {@code (skus: mug, pot; stores: Mitte)}. */
    static String words(Goods goods) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("skus", Words.sorted(goods.skus()));
        parts.put("categories", Words.sorted(goods.categories()));
        parts.put("brands", Words.sorted(goods.brands()));
        parts.put("stores", Words.sorted(goods.stores()));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + ": " + part.getValue())
                .collect(Collectors.joining("; ", "(", ")"));
    }

    private static String words(Pending pending) {
        return switch (pending) {
            case Pending.ForDays(int days) -> Words.days(days);
            case Pending.Until(Instant moment) -> "until " + moment;
            case Pending.EndOf(var period) -> "to the end of the " + Words.lower(period);
            case Pending.UntilActivity(String name, int days) ->
                "until " + name + " of the order, at most " + Words.count(days, "day");
        };
    }
}
