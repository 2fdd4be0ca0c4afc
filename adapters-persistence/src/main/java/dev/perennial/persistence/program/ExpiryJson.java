package dev.perennial.persistence.program;

import dev.perennial.domain.program.Expiry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** When something runs out as JSON. */
final class ExpiryJson {

    private ExpiryJson() {}

    static void write(JsonGenerator json, Expiry expiry) {
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

    static Expiry read(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "never" -> new Expiry.Never();
            case "after_days" -> new Expiry.AfterDays(json.path("days").asInt(0));
            case "after_months" -> new Expiry.AfterMonths(json.path("months").asInt(0));
            case "end_of_month" ->
                new Expiry.EndOfMonth(json.path("months_later").asInt(0));
            case "end_of_year" -> new Expiry.EndOfYear(json.path("years_later").asInt(0));
            default -> throw new IllegalStateException("a stored program has an expiry of an unknown type: " + type);
        };
    }
}
