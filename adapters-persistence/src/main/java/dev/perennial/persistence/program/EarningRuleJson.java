package dev.perennial.persistence.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.persistence.shared.Json;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** An earning rule as JSON. */
final class EarningRuleJson {

    private EarningRuleJson() {}

    static void write(JsonGenerator json, EarningRuleDocument rule) {
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("name", rule.name());
        json.writeStringProperty("activity_type", rule.subject().activityType().name());
        json.writeStringProperty("custom_name", rule.subject().customName());
        json.writeStringProperty("condition", rule.subject().condition());
        Json.moment(json, "starts_at", rule.subject().startsAt());
        Json.moment(json, "ends_at", rule.subject().endsAt());
        json.writeStringProperty("unit", rule.unit());
        Json.child(json, "amount", out -> amount(out, rule.amount()));
        json.writeNumberProperty("pending_days", rule.pending() instanceof Pending.ForDays(int days) ? days : 0);
        Json.child(json, "expiry", out -> expiry(out, rule.expiry()));
        Json.array(json, "caps", rule.limits().caps(), (out, cap) -> {
            out.writeStringProperty("period", cap.period().name());
            out.writeNumberProperty(cap.of() == Cap.Of.TIMES ? "times" : "units", cap.limit());
        });
        json.writeBooleanProperty("earns_on_historical", rule.earnsOnHistorical());
    }

    static EarningRuleDocument read(JsonNode json) {
        return new EarningRuleDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                new Subject(
                        ActivityType.valueOf(json.path("activity_type").asString("")),
                        json.path("custom_name").asString(""),
                        "",
                        json.path("condition").asString(""),
                        Json.moment(json.path("starts_at")),
                        Json.moment(json.path("ends_at"))),
                json.path("unit").asString(""),
                amount(json.path("amount")),
                EarningBase.GOODS,
                new Pending.ForDays(json.path("pending_days").asInt(0)),
                expiry(json.path("expiry")),
                new Limits(Json.list(json.path("caps"), EarningRuleJson::cap), Duration.ZERO),
                "",
                "",
                json.path("earns_on_historical").asBoolean(false));
    }

    private static void amount(JsonGenerator json, EarningAmount amount) {
        switch (amount) {
            case EarningAmount.PerAmount(long units, long each, Rounding rounding) -> {
                json.writeStringProperty("type", "per_amount");
                json.writeNumberProperty("units", units);
                json.writeNumberProperty("each", each);
                json.writeStringProperty("rounding", rounding.name());
            }
            case EarningAmount.PerItem(long units) -> {
                json.writeStringProperty("type", "per_item");
                json.writeNumberProperty("units", units);
            }
            case EarningAmount.PerAttribute(String name, long units, long each, Rounding rounding) -> {
                json.writeStringProperty("type", "per_attribute");
                json.writeStringProperty("attribute", name);
                json.writeNumberProperty("units", units);
                json.writeNumberProperty("each", each);
                json.writeStringProperty("rounding", rounding.name());
            }
            case EarningAmount.Fixed(long units) -> {
                json.writeStringProperty("type", "fixed");
                json.writeNumberProperty("units", units);
            }
        }
    }

    private static EarningAmount amount(JsonNode json) {
        long units = json.path("units").asLong(0);
        String type = json.path("type").asString("");
        return switch (type) {
            case "per_amount" ->
                new EarningAmount.PerAmount(
                        units,
                        json.path("each").asLong(0),
                        Rounding.valueOf(json.path("rounding").asString("")));
            case "per_item" -> new EarningAmount.PerItem(units);
            case "per_attribute" ->
                new EarningAmount.PerAttribute(
                        json.path("attribute").asString(""),
                        units,
                        json.path("each").asLong(0),
                        Rounding.valueOf(json.path("rounding").asString("")));
            case "fixed" -> new EarningAmount.Fixed(units);
            default -> throw new IllegalStateException("a stored rule has an amount of an unknown type: " + type);
        };
    }

    private static void expiry(JsonGenerator json, Expiry expiry) {
        switch (expiry) {
            case Expiry.Never() -> json.writeStringProperty("type", "never");
            case Expiry.AfterDays(int days) -> {
                json.writeStringProperty("type", "after_days");
                json.writeNumberProperty("days", days);
            }
            case Expiry.AfterMonths(int months) -> {
                json.writeStringProperty("type", "after_months");
                json.writeNumberProperty("months", months);
            }
            case Expiry.EndOfMonth(int months) -> {
                json.writeStringProperty("type", "end_of_month");
                json.writeNumberProperty("months_later", months);
            }
            case Expiry.EndOfYear(int years) -> {
                json.writeStringProperty("type", "end_of_year");
                json.writeNumberProperty("years_later", years);
            }
        }
    }

    private static Expiry expiry(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "never" -> new Expiry.Never();
            case "after_days" -> new Expiry.AfterDays(json.path("days").asInt(0));
            case "after_months" -> new Expiry.AfterMonths(json.path("months").asInt(0));
            case "end_of_month" ->
                new Expiry.EndOfMonth(json.path("months_later").asInt(0));
            case "end_of_year" -> new Expiry.EndOfYear(json.path("years_later").asInt(0));
            default -> throw new IllegalStateException("a stored rule has an expiry of an unknown type: " + type);
        };
    }

    private static Cap cap(JsonNode json) {
        Period period = Period.valueOf(json.path("period").asString(""));
        return json.has("times")
                ? Cap.times(json.path("times").asLong(0), period)
                : Cap.units(json.path("units").asLong(0), period);
    }
}
