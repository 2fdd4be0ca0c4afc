package dev.perennial.persistence.program;

import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Challenges and punch cards as JSON. */
final class ChallengeJson {

    private ChallengeJson() {}

    static void write(JsonGenerator json, ChallengeDocument challenge) {
        json.writeStringProperty("id", challenge.id());
        json.writeStringProperty("name", challenge.name());
        json.writeStringProperty("counter", challenge.counter());
        json.writeBooleanProperty("recurring", challenge.recurring());
        json.writeBooleanProperty("shared", challenge.shared());
        Json.array(json, "stages", challenge.stages(), (out, stage) -> {
            out.writeNumberProperty("target", stage.target());
            out.writeStringProperty("unit", stage.unit());
            out.writeNumberProperty("units", stage.units());
            Json.child(out, "expiry", expiry -> ExpiryJson.write(expiry, stage.expiry()));
        });
    }

    static ChallengeDocument challenge(JsonNode json) {
        return new ChallengeDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("counter").asString(""),
                json.path("recurring").asBoolean(false),
                json.path("shared").asBoolean(false),
                Json.list(json.path("stages"), ChallengeJson::stage));
    }

    private static ChallengeDocument.Stage stage(JsonNode json) {
        return new ChallengeDocument.Stage(
                json.path("target").asLong(0),
                json.path("unit").asString(""),
                json.path("units").asLong(0),
                ExpiryJson.read(json.path("expiry")));
    }

    static void write(JsonGenerator json, PunchCardDocument card) {
        json.writeStringProperty("id", card.id());
        json.writeStringProperty("name", card.name());
        json.writeStringProperty("stamp", card.stamp());
        json.writeNumberProperty("size", card.size());
        json.writeStringProperty("reward", card.reward());
        json.writeNumberProperty("reward_units", card.rewardUnits());
        Json.child(json, "reward_expiry", out -> ExpiryJson.write(out, card.rewardExpiry()));
    }

    static PunchCardDocument punchCard(JsonNode json) {
        return new PunchCardDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("stamp").asString(""),
                json.path("size").asLong(0),
                json.path("reward").asString(""),
                json.path("reward_units").asLong(0),
                ExpiryJson.read(json.path("reward_expiry")));
    }
}
