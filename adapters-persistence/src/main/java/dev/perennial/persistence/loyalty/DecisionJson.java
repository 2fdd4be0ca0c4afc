package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.Grant;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.member.TraitsJson;
import dev.perennial.persistence.shared.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was decided on a fact as JSON: what the decision read and what it came to. */
final class DecisionJson {

    private DecisionJson() {}

    static String write(RecordedFact fact) {
        return Json.object(json -> {
            Json.child(json, "traits", out -> TraitsJson.write(out, fact.traits()));
            Json.array(json, "grants", fact.grants(), (out, grant) -> {
                out.writeStringProperty("rule", grant.rule());
                out.writeStringProperty("unit", grant.unit().value());
                out.writeNumberProperty("nominal", grant.nominal());
                out.writeNumberProperty("credited", grant.credited());
            });
        });
    }

    static Traits traits(JsonNode json) {
        return TraitsJson.read(json.path("traits"));
    }

    static List<Grant> grants(JsonNode json) {
        return Json.list(json.path("grants"), DecisionJson::grant);
    }

    private static Grant grant(JsonNode json) {
        return new Grant(
                json.path("rule").asString(""),
                new UnitId(json.path("unit").asString("")),
                json.path("nominal").asLong(0),
                json.path("credited").asLong(0));
    }
}
