package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What was asked to be held for an order as JSON. */
final class AskedOrderJson {

    private AskedOrderJson() {}

    static void write(JsonGenerator json, Asked.Hold hold) {
        Activity order = hold.order();
        json.writeStringProperty("for", "hold");
        json.writeStringProperty("source", order.key().source());
        json.writeStringProperty("external_id", order.key().externalId());
        Json.moment(json, "at", order.occurredAt());
        Json.child(json, "order", out -> ActivityJson.write(out, order));
        Json.texts(
                json, "vouchers", hold.vouchers().stream().map(String::valueOf).toList());
        Price payment = hold.payment();
        if (payment != null) {
            Json.child(json, "payment", out -> {
                out.writeStringProperty("unit", payment.unit());
                out.writeNumberProperty("amount", payment.amount());
            });
        }
    }

    static Asked.Hold read(JsonNode json) {
        ActivityKey key = new ActivityKey(
                json.path("source").asString(""), json.path("external_id").asString(""));
        Instant at = Objects.requireNonNull(Json.moment(json.path("at")), "an order is held at a moment");
        JsonNode payment = json.path("payment");
        return new Asked.Hold(
                ActivityJson.read(key, at, false, json.path("order")),
                Json.texts(json.path("vouchers")).stream().map(Long::valueOf).toList(),
                json.has("payment")
                        ? new Price(
                                payment.path("unit").asString(""),
                                payment.path("amount").asLong(0))
                        : null);
    }
}
