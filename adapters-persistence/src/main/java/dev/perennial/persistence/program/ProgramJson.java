package dev.perennial.persistence.program;

import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.persistence.shared.Json;
import tools.jackson.databind.JsonNode;

/** A program document as JSON. */
final class ProgramJson {

    private ProgramJson() {}

    static String write(ProgramDocument program) {
        return Json.object(json -> {
            json.writeStringProperty("time_zone", program.timeZone());
            json.writeStringProperty("currency", program.currency());
            json.writeNumberProperty("reopen_window_days", program.reopenWindowDays());
            Json.array(json, "units", program.units(), (out, unit) -> {
                out.writeStringProperty("id", unit.id());
                out.writeStringProperty("name", unit.name());
                out.writeNumberProperty("scale", unit.scale());
            });
            Json.array(json, "earning_rules", program.earningRules(), EarningRuleJson::write);
        });
    }

    static ProgramDocument read(JsonNode json) {
        return new ProgramDocument(
                json.path("time_zone").asString(""),
                json.path("currency").asString(""),
                json.path("reopen_window_days").asInt(ProgramDocument.DEFAULT_REOPEN_WINDOW_DAYS),
                Json.list(json.path("units"), ProgramJson::unit),
                Json.list(json.path("earning_rules"), EarningRuleJson::read));
    }

    private static UnitDefinition unit(JsonNode json) {
        return new UnitDefinition(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("scale").asInt(0));
    }
}
