package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.loyalty.CapUse;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.program.Cap;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A fold as JSON. */
final class TallyJson {

    private TallyJson() {}

    static String write(Tally tally) {
        return Json.object(json -> {
            Behaviour behaviour = tally.behaviour();
            json.writeNumberProperty("purchases", behaviour.purchases());
            json.writeNumberProperty("spent", behaviour.spent());
            Json.moment(json, "first_purchase_at", behaviour.firstPurchaseAt());
            Json.moment(json, "last_purchase_at", behaviour.lastPurchaseAt());
            FactPosition last = tally.last();
            if (last != null) {
                Json.child(json, "last", out -> position(out, last));
            }
            if (!tally.capsUsed().isEmpty()) {
                Json.array(json, "caps_used", tally.capsUsed().entrySet(), TallyJson::cap);
            }
            if (!tally.waitingRefunds().isEmpty()) {
                json.writeArrayPropertyStart("waiting_refunds");
                tally.waitingRefunds().forEach(json::writeString);
                json.writeEndArray();
            }
        });
    }

    static Tally read(String text) {
        JsonNode json = Json.parse(text);
        Behaviour behaviour = new Behaviour(
                json.path("purchases").asLong(0),
                json.path("spent").asLong(0),
                Json.moment(json.path("first_purchase_at")),
                Json.moment(json.path("last_purchase_at")));
        Map<CapUse, Long> capsUsed = new HashMap<>();
        json.path("caps_used")
                .forEach(each -> capsUsed.put(
                        cap(each), each.path(counted(cap(each).of())).asLong(0)));
        Set<String> waitingRefunds = new HashSet<>();
        json.path("waiting_refunds").forEach(each -> waitingRefunds.add(each.asString("")));
        return new Tally(behaviour, capsUsed, position(json.path("last")), waitingRefunds);
    }

    private static void position(JsonGenerator json, FactPosition position) {
        Json.moment(json, "occurred_at", position.occurredAt());
        json.writeStringProperty("source", position.key().source());
        json.writeStringProperty("external_id", position.key().externalId());
    }

    private static @Nullable FactPosition position(JsonNode json) {
        Instant occurredAt = Json.moment(json.path("occurred_at"));
        ActivityKey key = new ActivityKey(
                json.path("source").asString(""), json.path("external_id").asString(""));
        return occurredAt == null ? null : new FactPosition(occurredAt, key);
    }

    private static void cap(JsonGenerator json, Map.Entry<CapUse, Long> used) {
        json.writeStringProperty("rule", used.getKey().rule());
        json.writeStringProperty("period", used.getKey().period().name());
        json.writeStringProperty("start", used.getKey().start().toString());
        json.writeNumberProperty(counted(used.getKey().of()), used.getValue());
    }

    private static CapUse cap(JsonNode json) {
        return new CapUse(
                json.path("rule").asString(""),
                json.has("times") ? Cap.Of.TIMES : Cap.Of.UNITS,
                Period.valueOf(json.path("period").asString("")),
                LocalDate.parse(json.path("start").asString("")));
    }

    private static String counted(Cap.Of of) {
        return of == Cap.Of.TIMES ? "times" : "units";
    }
}
