package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.CapUse;
import dev.perennial.domain.loyalty.LimitsUsed;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What limited rules have credited, as JSON. */
final class LimitsJson {

    private LimitsJson() {}

    static void write(JsonGenerator json, LimitsUsed used) {
        if (!used.caps().isEmpty()) {
            Json.array(json, "caps_used", used.caps().entrySet(), LimitsJson::cap);
        }
        if (!used.lastCredited().isEmpty()) {
            Json.child(
                    json,
                    "last_credited",
                    out -> used.lastCredited().forEach((rule, at) -> Json.moment(out, rule, at)));
        }
    }

    static LimitsUsed read(JsonNode json) {
        Map<CapUse, Long> caps = new HashMap<>();
        json.path("caps_used")
                .forEach(each -> caps.put(cap(each), each.path("units").asLong(0)));
        Map<String, Instant> lastCredited = new HashMap<>();
        json.path("last_credited")
                .properties()
                .forEach(each -> lastCredited.put(each.getKey(), Objects.requireNonNull(Json.moment(each.getValue()))));
        return new LimitsUsed(caps, lastCredited);
    }

    private static void cap(JsonGenerator json, Map.Entry<CapUse, Long> used) {
        json.writeStringProperty("rule", used.getKey().rule());
        json.writeStringProperty("of", used.getKey().of().name());
        json.writeStringProperty("period", used.getKey().period().name());
        json.writeStringProperty("start", used.getKey().start().toString());
        json.writeNumberProperty("units", used.getValue());
    }

    private static CapUse cap(JsonNode json) {
        return new CapUse(
                json.path("rule").asString(""),
                Cap.Of.valueOf(json.path("of").asString(Cap.Of.UNITS.name())),
                Period.valueOf(json.path("period").asString("")),
                LocalDate.parse(json.path("start").asString("")));
    }
}
