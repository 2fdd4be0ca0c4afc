package dev.perennial.persistence.program;

import dev.perennial.domain.program.LocalizedText;
import dev.perennial.persistence.shared.Json;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A text in several languages as JSON. */
final class LocalizedTextJson {

    private LocalizedTextJson() {}

    /** By language, in alphabetical order, so that the same document is stored as the same text. */
    static void write(JsonGenerator json, LocalizedText text) {
        json.writeStringProperty("text", text.text());
        Json.child(json, "translations", out -> new TreeMap<>(text.translations()).forEach(out::writeStringProperty));
    }

    static LocalizedText read(JsonNode json) {
        return new LocalizedText(
                json.path("text").asString(""),
                json.path("translations").properties().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey(),
                                entry -> entry.getValue().asString(""))));
    }
}
