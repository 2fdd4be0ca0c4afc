package dev.perennial.persistence.program;

import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.shared.Rounding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** How much a rule grants as JSON. */
final class AmountJson {

    private AmountJson() {}

    static void write(JsonGenerator json, EarningAmount amount) {
        switch (amount) {
            case EarningAmount.PerAmount(long units, long each, Rounding rounding) -> {
                json.writeStringProperty("type", "per_amount");
                share(json, units, each, rounding);
            }
            case EarningAmount.PerAttribute(String name, long units, long each, Rounding rounding) -> {
                json.writeStringProperty("type", "per_attribute");
                json.writeStringProperty("attribute", name);
                share(json, units, each, rounding);
            }
            case EarningAmount.PerItem(long units) -> {
                json.writeStringProperty("type", "per_item");
                json.writeNumberProperty("units", units);
            }
            case EarningAmount.Fixed(long units) -> {
                json.writeStringProperty("type", "fixed");
                json.writeNumberProperty("units", units);
            }
        }
    }

    private static void share(JsonGenerator json, long units, long each, Rounding rounding) {
        json.writeNumberProperty("units", units);
        json.writeNumberProperty("each", each);
        json.writeStringProperty("rounding", rounding.name());
    }

    static EarningAmount read(JsonNode json) {
        long units = json.path("units").asLong(0);
        long each = json.path("each").asLong(0);
        String type = json.path("type").asString("");
        return switch (type) {
            case "per_amount" -> new EarningAmount.PerAmount(units, each, rounding(json));
            case "per_attribute" ->
                new EarningAmount.PerAttribute(json.path("attribute").asString(""), units, each, rounding(json));
            case "per_item" -> new EarningAmount.PerItem(units);
            case "fixed" -> new EarningAmount.Fixed(units);
            default -> throw new IllegalStateException("a stored rule has an amount of an unknown type: " + type);
        };
    }

    private static Rounding rounding(JsonNode json) {
        return Rounding.valueOf(json.path("rounding").asString(""));
    }
}
