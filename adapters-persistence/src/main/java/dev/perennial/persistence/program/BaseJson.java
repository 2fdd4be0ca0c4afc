package dev.perennial.persistence.program;

import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.Goods;
import dev.perennial.persistence.shared.Json;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Which part of an order earns as JSON. */
final class BaseJson {

    private BaseJson() {}

    static void write(JsonGenerator json, EarningBase base) {
        json.writeBooleanProperty("before_tax", base.beforeTax());
        json.writeBooleanProperty("with_shipping", base.withShipping());
        json.writeBooleanProperty("before_discounts", base.beforeDiscounts());
        json.writeBooleanProperty("with_gift_cards", base.withGiftCards());
        json.writeBooleanProperty("without_gift_card_payments", base.withoutGiftCardPayments());
        json.writeBooleanProperty("with_unit_payments", base.withUnitPayments());
        Json.child(json, "excluded", out -> goods(out, base.excluded()));
        Json.array(json, "boosts", base.boosts(), (out, boost) -> {
            Json.child(out, "goods", goods -> goods(goods, boost.goods()));
            out.writeNumberProperty("percent", boost.percent());
        });
    }

    static EarningBase read(JsonNode json) {
        return new EarningBase(
                json.path("before_tax").asBoolean(false),
                json.path("with_shipping").asBoolean(false),
                json.path("before_discounts").asBoolean(false),
                json.path("with_gift_cards").asBoolean(false),
                json.path("without_gift_card_payments").asBoolean(false),
                json.path("with_unit_payments").asBoolean(false),
                goods(json.path("excluded")),
                Json.list(
                        json.path("boosts"),
                        boost -> new EarningBase.Boost(
                                goods(boost.path("goods")),
                                boost.path("percent").asInt(0))));
    }

    static void goods(JsonGenerator json, Goods goods) {
        Json.texts(json, "skus", new TreeSet<>(goods.skus()));
        Json.texts(json, "categories", new TreeSet<>(goods.categories()));
        Json.texts(json, "brands", new TreeSet<>(goods.brands()));
        Json.texts(json, "stores", new TreeSet<>(goods.stores()));
    }

    static Goods goods(JsonNode json) {
        return new Goods(
                Set.copyOf(Json.texts(json.path("skus"))),
                Set.copyOf(Json.texts(json.path("categories"))),
                Set.copyOf(Json.texts(json.path("brands"))),
                Set.copyOf(Json.texts(json.path("stores"))));
    }
}
