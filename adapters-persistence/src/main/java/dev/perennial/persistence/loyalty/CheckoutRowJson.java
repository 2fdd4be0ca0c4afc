package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.checkout.Checkout;
import dev.perennial.persistence.shared.Json;
import tools.jackson.databind.JsonNode;

/** What was agreed for an order, as far as it has no columns. */
final class CheckoutRowJson {

    private CheckoutRowJson() {}

    static String write(Checkout checkout) {
        return Json.object(json -> {
            Json.texts(
                    json,
                    "vouchers",
                    checkout.vouchers().stream().map(String::valueOf).toList());
            Json.texts(json, "discounts", checkout.discounts());
            json.writeNumberProperty("reduced", checkout.reduced());
            json.writeNumberProperty("units_value", checkout.unitsValue());
            json.writeNumberProperty("to_pay", checkout.toPay());
        });
    }

    static Checkout read(String orderId, String stored, long returned) {
        JsonNode json = Json.parse(stored);
        return new Checkout(
                orderId,
                Json.texts(json.path("vouchers")).stream().map(Long::valueOf).toList(),
                Json.texts(json.path("discounts")),
                json.path("reduced").asLong(0),
                json.path("units_value").asLong(0),
                json.path("to_pay").asLong(0),
                returned);
    }
}
