package dev.perennial.persistence.program;

import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.UnitPaymentDocument;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What baskets cost, as JSON; what was stored before there was such a thing is as if nothing had been said. */
final class CheckoutJson {

    private CheckoutJson() {}

    static void write(JsonGenerator json, CheckoutDocument checkout) {
        Json.array(json, "discounts", checkout.discounts(), CheckoutJson::discount);
        json.writeStringProperty("stacking", checkout.stacking().name());
        json.writeNumberProperty("vouchers_max", checkout.vouchersMax());
        Json.array(json, "payments", checkout.payments(), CheckoutJson::payment);
        json.writeNumberProperty("reservation_minutes", checkout.reservationMinutes());
    }

    static CheckoutDocument read(JsonNode json) {
        return new CheckoutDocument(
                Json.list(json.path("discounts"), CheckoutJson::discount),
                Stacking.valueOf(json.path("stacking").asString(Stacking.HIGHEST.name())),
                json.path("vouchers_max").asInt(CheckoutDocument.DEFAULT_VOUCHERS_MAX),
                Json.list(json.path("payments"), CheckoutJson::payment),
                json.path("reservation_minutes").asInt(CheckoutDocument.DEFAULT_RESERVATION_MINUTES));
    }

    private static void discount(JsonGenerator json, DiscountDocument discount) {
        json.writeStringProperty("id", discount.id());
        Json.child(json, "name", out -> LocalizedTextJson.write(out, discount.name()));
        RewardJson.gates(json, discount.gates());
        Json.child(json, "worth", out -> RewardContentJson.worth(out, discount.worth()));
        Json.child(json, "goods", out -> BaseJson.goods(out, discount.goods()));
        json.writeStringProperty("group", discount.group());
        json.writeBooleanProperty("exclusive", discount.exclusive());
    }

    private static DiscountDocument discount(JsonNode json) {
        return new DiscountDocument(
                json.path("id").asString(""),
                LocalizedTextJson.read(json.path("name")),
                RewardJson.gates(json),
                RewardContentJson.worth(json.path("worth")),
                BaseJson.goods(json.path("goods")),
                json.path("group").asString(""),
                json.path("exclusive").asBoolean(false));
    }

    private static void payment(JsonGenerator json, UnitPaymentDocument payment) {
        json.writeStringProperty("unit", payment.unit());
        json.writeNumberProperty("units", payment.units());
        json.writeNumberProperty("value", payment.value());
        json.writeNumberProperty("minimum", payment.minimum());
        json.writeNumberProperty("step", payment.step());
        json.writeNumberProperty("percent_max", payment.percentMax());
        json.writeBooleanProperty("with_shipping", payment.withShipping());
    }

    private static UnitPaymentDocument payment(JsonNode json) {
        return new UnitPaymentDocument(
                json.path("unit").asString(""),
                json.path("units").asLong(0),
                json.path("value").asLong(0),
                json.path("minimum").asLong(1),
                json.path("step").asLong(1),
                json.path("percent_max").asInt(100),
                json.path("with_shipping").asBoolean(false));
    }
}
