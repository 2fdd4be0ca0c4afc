package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.ExchangeRate;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.persistence.shared.Json;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Orders and their refunds as JSON. Texts that are empty and sums that are zero are left out. */
final class OrderJson {

    private OrderJson() {}

    static void write(JsonGenerator json, Purchase order) {
        json.writeStringProperty("order_id", order.orderId());
        json.writeStringProperty("currency", order.currency().getCurrencyCode());
        number(json, "shipping", order.shipping());
        number(json, "paid_with_gift_cards", order.paidWithGiftCards());
        number(json, "paid_with_units", order.paidWithUnits());
        ExchangeRate rate = order.exchangeRate();
        if (rate != null) {
            json.writeStringProperty("exchange_rate", rate.rate().toPlainString());
        }
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
                json.path("shipping").asLong(0),
                json.path("paid_with_gift_cards").asLong(0),
                json.path("paid_with_units").asLong(0),
                rate(json.path("exchange_rate").asString("")));
    }

    /** A text keeps the decimals as they were told; a number would not. */
    private static @Nullable ExchangeRate rate(String text) {
        return text.isEmpty() ? null : new ExchangeRate(new BigDecimal(text));
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
        text(json, "brand", line.brand());
        if (line.giftCard()) {
            json.writeBooleanProperty("gift_card", true);
        }
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
                json.path("brand").asString(""),
                json.path("gift_card").asBoolean(false),
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

    static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    static void number(JsonGenerator json, String name, long value) {
        if (value != 0) {
            json.writeNumberProperty(name, value);
        }
    }
}
