package dev.perennial.persistence.program;

import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Leave to send a unit as JSON. */
final class TransferJson {

    private TransferJson() {}

    static void write(JsonGenerator json, TransferDocument transfer) {
        json.writeStringProperty("unit", transfer.unit());
        json.writeNumberProperty("minimum", transfer.minimum());
        json.writeNumberProperty("maximum", transfer.maximum());
        Json.array(json, "sending", transfer.sending(), (out, limit) -> {
            out.writeStringProperty("period", limit.period().name());
            out.writeNumberProperty("units", limit.units());
            out.writeNumberProperty("times", limit.times());
        });
        Json.array(json, "receiving", transfer.receiving(), (out, limit) -> {
            out.writeStringProperty("period", limit.period().name());
            out.writeNumberProperty("times", limit.times());
        });
        Expiry expiry = transfer.expiry();
        if (expiry != null) {
            Json.child(json, "expiry", out -> ExpiryJson.write(out, expiry));
        }
    }

    static TransferDocument read(JsonNode json) {
        return new TransferDocument(
                json.path("unit").asString(""),
                json.path("minimum").asLong(TransferDocument.DEFAULT_MINIMUM),
                json.path("maximum").asLong(TransferDocument.AMOUNT_MAX),
                Json.list(
                        json.path("sending"),
                        limit -> new SendingLimit(
                                period(limit),
                                limit.path("units").asLong(0),
                                limit.path("times").asLong(0))),
                Json.list(
                        json.path("receiving"),
                        limit -> new ReceivingLimit(
                                period(limit), limit.path("times").asLong(0))),
                json.has("expiry") ? ExpiryJson.read(json.path("expiry")) : null);
    }

    private static Period period(JsonNode limit) {
        return Period.valueOf(limit.path("period").asString(""));
    }
}
