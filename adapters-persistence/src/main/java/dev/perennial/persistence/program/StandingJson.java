package dev.perennial.persistence.program;

import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What gives members a standing, as properties of the program. */
final class StandingJson {

    private StandingJson() {}

    static void write(JsonGenerator json, StandingDocument standing) {
        TiersDocument tiers = standing.tiers();
        if (tiers != null) {
            Json.child(json, "tiers", out -> TiersJson.write(out, tiers));
        }
        Json.array(json, "membership_plans", standing.membershipPlans(), StandingJson::plan);
    }

    static StandingDocument read(JsonNode json) {
        return new StandingDocument(
                json.has("tiers") ? TiersJson.read(json.path("tiers")) : null,
                Json.list(json.path("membership_plans"), StandingJson::plan));
    }

    private static void plan(JsonGenerator json, PlanDocument plan) {
        json.writeStringProperty("id", plan.id());
        json.writeStringProperty("name", plan.name());
        json.writeNumberProperty("price", plan.price());
        json.writeNumberProperty("months", plan.months());
        json.writeNumberProperty("trial_days", plan.trialDays());
        json.writeNumberProperty("grace_days", plan.graceDays());
        Json.array(json, "benefits", plan.benefits(), NamedJson::write);
        json.writeStringProperty("tier", plan.tier());
    }

    private static PlanDocument plan(JsonNode json) {
        return new PlanDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("price").asLong(0),
                json.path("months").asInt(0),
                json.path("trial_days").asInt(0),
                json.path("grace_days").asInt(0),
                Json.list(json.path("benefits"), NamedJson::read),
                json.path("tier").asString(""));
    }
}
