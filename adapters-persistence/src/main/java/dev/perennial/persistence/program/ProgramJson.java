package dev.perennial.persistence.program;

import dev.perennial.domain.program.PartiesDocument;
import dev.perennial.domain.program.ProgramDocument;
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
            Json.array(json, "units", program.units(), UnitJson::write);
            EarningJson.write(json, program.earning());
            EngagementJson.write(json, program.engagement());
            StandingJson.write(json, program.standing());
            SpendingJson.write(json, program.spending());
            Json.array(json, "partners", program.parties().partners(), NamedJson::write);
            Json.array(json, "causes", program.parties().causes(), NamedJson::write);
        });
    }

    static ProgramDocument read(JsonNode json) {
        return new ProgramDocument(
                json.path("time_zone").asString(""),
                json.path("currency").asString(""),
                json.path("reopen_window_days").asInt(ProgramDocument.DEFAULT_REOPEN_WINDOW_DAYS),
                Json.list(json.path("units"), UnitJson::read),
                EarningJson.read(json),
                EngagementJson.read(json),
                StandingJson.read(json),
                SpendingJson.read(json),
                new PartiesDocument(
                        Json.list(json.path("partners"), NamedJson::read),
                        Json.list(json.path("causes"), NamedJson::read)));
    }
}
