package dev.perennial.persistence.program;

import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.SpendingDocument;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What units can be spent on, as properties of the program. */
final class SpendingJson {

    private SpendingJson() {}

    static void write(JsonGenerator json, SpendingDocument spending) {
        Json.array(json, "rewards", spending.rewards(), RewardJson::write);
        json.writeNumberProperty("return_grace_days", spending.returnGraceDays());
        Json.array(json, "transfers", spending.transfers(), TransferJson::write);
        PoolDocument pool = spending.pool();
        if (pool != null) {
            Json.child(json, "pool", out -> PoolJson.write(out, pool));
        }
        Json.child(json, "checkout", out -> CheckoutJson.write(out, spending.checkout()));
    }

    static SpendingDocument read(JsonNode json) {
        return new SpendingDocument(
                Json.list(json.path("rewards"), RewardJson::read),
                json.path("return_grace_days").asInt(0),
                Json.list(json.path("transfers"), TransferJson::read),
                json.has("pool") ? PoolJson.read(json.path("pool")) : null,
                CheckoutJson.read(json.path("checkout")));
    }
}
