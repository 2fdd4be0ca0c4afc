package dev.perennial.persistence.program;

import dev.perennial.domain.program.PoolDocument;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What families may save together as JSON. */
final class PoolJson {

    private PoolJson() {}

    static void write(JsonGenerator json, PoolDocument pool) {
        Json.texts(json, "units", pool.units());
        json.writeNumberProperty("max_members", pool.maxMembers());
        json.writeStringProperty("spending", pool.spending().name());
        json.writeNumberProperty("cooling_off_days", pool.coolingOffDays());
    }

    static PoolDocument read(JsonNode json) {
        return new PoolDocument(
                Json.texts(json.path("units")),
                json.path("max_members").asInt(0),
                Json.word(json.path("spending"), PoolDocument.Spending.EVERYONE),
                json.path("cooling_off_days").asInt(0));
    }
}
