package dev.perennial.persistence.program;

import dev.perennial.domain.program.Pending;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Until when units cannot be used yet as JSON. Days are a property of the rule: so the first version stored them. */
final class PendingJson {

    private PendingJson() {}

    static void write(JsonGenerator json, Pending pending) {
        switch (pending) {
            case Pending.ForDays(int days) -> json.writeNumberProperty("pending_days", days);
            case Pending.Until(var moment) ->
                Json.child(json, "pending", out -> {
                    out.writeStringProperty("type", "until");
                    Json.moment(out, "moment", moment);
                });
            case Pending.EndOf(Period period) ->
                Json.child(json, "pending", out -> {
                    out.writeStringProperty("type", "end_of");
                    out.writeStringProperty("period", period.name());
                });
            case Pending.UntilActivity(String name, int days) ->
                Json.child(json, "pending", out -> {
                    out.writeStringProperty("type", "until_activity");
                    out.writeStringProperty("name", name);
                    out.writeNumberProperty("within_days", days);
                });
        }
    }

    static Pending read(JsonNode rule) {
        if (!rule.has("pending")) {
            return new Pending.ForDays(rule.path("pending_days").asInt(0));
        }
        JsonNode json = rule.path("pending");
        String type = json.path("type").asString("");
        return switch (type) {
            case "until" -> new Pending.Until(Objects.requireNonNull(Json.moment(json.path("moment"))));
            case "end_of" ->
                new Pending.EndOf(Period.valueOf(json.path("period").asString("")));
            case "until_activity" ->
                new Pending.UntilActivity(
                        json.path("name").asString(""), json.path("within_days").asInt(0));
            default -> throw new IllegalStateException("a stored rule waits in an unknown way: " + type);
        };
    }
}
