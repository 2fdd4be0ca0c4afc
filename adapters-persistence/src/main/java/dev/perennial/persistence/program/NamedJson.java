package dev.perennial.persistence.program;

import dev.perennial.domain.program.Named;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Partners, causes and benefits as JSON. */
final class NamedJson {

    private NamedJson() {}

    static void write(JsonGenerator json, Named named) {
        json.writeStringProperty("id", named.id());
        json.writeStringProperty("name", named.name());
    }

    static Named read(JsonNode json) {
        return new Named(json.path("id").asString(""), json.path("name").asString(""));
    }
}
