package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.FactPosition;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.member.Behaviour;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A fold as JSON. What is empty is left out: most members have little of it. */
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
            LimitsJson.write(json, tally.used());
            CountsJson.write(json, tally.counts());
            if (!tally.qualified().isEmpty()) {
                Json.child(
                        json,
                        "qualified",
                        out -> tally.qualified().forEach((unit, at) -> Json.moment(out, unit.value(), at)));
            }
            StandingJson.write(json, tally.standing());
            if (!tally.waitingOrders().isEmpty()) {
                json.writeArrayPropertyStart("waiting_refunds");
                tally.waitingOrders().forEach(json::writeString);
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
        Map<UnitId, Instant> qualified = new HashMap<>();
        json.path("qualified")
                .properties()
                .forEach(each ->
                        qualified.put(new UnitId(each.getKey()), Objects.requireNonNull(Json.moment(each.getValue()))));
        Set<String> waitingOrders = new HashSet<>();
        json.path("waiting_refunds").forEach(each -> waitingOrders.add(each.asString("")));
        return new Tally(
                behaviour,
                LimitsJson.read(json),
                CountsJson.read(json),
                qualified,
                StandingJson.read(json),
                position(json.path("last")),
                waitingOrders);
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
}
