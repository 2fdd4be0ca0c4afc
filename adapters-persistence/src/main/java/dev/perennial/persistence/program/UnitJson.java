package dev.perennial.persistence.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.FairValue;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.persistence.shared.Json;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What is counted and owned as JSON. */
final class UnitJson {

    private UnitJson() {}

    static void write(JsonGenerator json, UnitDefinition unit) {
        json.writeStringProperty("id", unit.id());
        json.writeStringProperty("name", unit.name());
        json.writeNumberProperty("scale", unit.scale());
        json.writeStringProperty("kind", unit.kind().name());
        UnitDefinition.Sliding sliding = unit.sliding();
        if (sliding != null) {
            Json.child(json, "sliding_expiry", out -> {
                out.writeNumberProperty("months", sliding.months());
                Json.texts(
                        out,
                        "qualifying",
                        sliding.qualifying().stream().sorted().map(Enum::name).toList());
            });
        }
        json.writeStringProperty("cause", unit.cause());
        FairValue value = unit.fairValue();
        if (value != null) {
            Json.child(json, "fair_value", out -> {
                out.writeNumberProperty("units", value.units());
                out.writeNumberProperty("amount", value.amount());
            });
        }
        Long approvalAbove = unit.approvalAbove();
        if (approvalAbove != null) {
            json.writeNumberProperty("approval_above", approvalAbove);
        }
    }

    static UnitDefinition read(JsonNode json) {
        return new UnitDefinition(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("scale").asInt(0),
                Json.word(json.path("kind"), Kind.POINTS),
                json.has("sliding_expiry") ? sliding(json.path("sliding_expiry")) : null,
                json.path("cause").asString(""),
                json.has("fair_value") ? fairValue(json.path("fair_value")) : null,
                json.has("approval_above") ? json.path("approval_above").asLong() : null);
    }

    private static FairValue fairValue(JsonNode json) {
        return new FairValue(json.path("units").asLong(0), json.path("amount").asLong(0));
    }

    private static UnitDefinition.Sliding sliding(JsonNode json) {
        return new UnitDefinition.Sliding(
                json.path("months").asInt(0),
                Json.texts(json.path("qualifying")).stream()
                        .map(ActivityType::valueOf)
                        .collect(Collectors.toSet()));
    }
}
