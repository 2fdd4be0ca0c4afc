package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.persistence.shared.Json;
import java.util.Currency;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Orders and their refunds as JSON. Texts that are empty and sums that are zero are left out. */
final class OrderJson {

    private OrderJson() {}

    static void write(JsonGenerator json, Purchase order) {
        json.writeStringProperty("order_id", order.orderId());
        json.writeStringProperty("currency", order.currency().getCurrencyCode());
        number(json, "shipping", order.shipping());
        Json.array(json, "lines", order.lines(), OrderJson::line);
    }

    static void write(JsonGenerator json, Refund refund) {
        json.writeStringProperty("order_id", refund.orderId());
        number(json, "amount", refund.amount());
        Json.array(json, "lines", refund.lines(), (out, line) -> {
            out.writeNumberProperty("line_number", line.lineNumber());
            out.writeNumberProperty("quantity", line.quantity());
        });
    }

    static Purchase purchase(JsonNode json) {
        return new Purchase(
                json.path("order_id").asString(""),
                Currency.getInstance(json.path("currency").asString("")),
                Json.list(json.path("lines"), OrderJson::line),
                json.path("shipping").asLong(0));
    }

    static Refund refund(JsonNode json) {
        return new Refund(
                json.path("order_id").asString(""),
                Json.list(json.path("lines"), OrderJson::returned),
                json.path("amount").asLong(0));
    }

    private static void line(JsonGenerator json, OrderLine line) {
        text(json, "sku", line.sku());
        text(json, "name", line.name());
        text(json, "category", line.category());
        number(json, "quantity", line.quantity());
        number(json, "amount", line.amount());
        number(json, "tax", line.tax());
        number(json, "discount", line.discount());
        number(json, "cost", line.cost());
    }

    private static OrderLine line(JsonNode json) {
        return new OrderLine(
                json.path("sku").asString(""),
                json.path("name").asString(""),
                json.path("category").asString(""),
                json.path("quantity").asLong(0),
                json.path("amount").asLong(0),
                json.path("tax").asLong(0),
                json.path("discount").asLong(0),
                json.path("cost").asLong(0));
    }

    private static Refund.ReturnedLine returned(JsonNode json) {
        return new Refund.ReturnedLine(
                json.path("line_number").asInt(0), json.path("quantity").asLong(0));
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, long value) {
        if (value != 0) {
            json.writeNumberProperty(name, value);
        }
    }
}
