package dev.perennial.persistence.program;

import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.domain.program.RewardSupply;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A reward as JSON. */
final class RewardJson {

    private RewardJson() {}

    static void write(JsonGenerator json, RewardDocument reward) {
        json.writeStringProperty("id", reward.id());
        Json.child(json, "name", out -> LocalizedTextJson.write(out, reward.name()));
        Json.child(json, "description", out -> LocalizedTextJson.write(out, reward.description()));
        json.writeStringProperty("picture_url", reward.pictureUrl());
        Json.child(json, "content", out -> RewardContentJson.write(out, reward.content()));
        RewardDocument.Price price = reward.price();
        if (price != null) {
            Json.child(json, "price", out -> {
                out.writeStringProperty("unit", price.unit());
                out.writeNumberProperty("amount", price.amount());
            });
        }
        gates(json, reward.gates());
        reward.supply().stock().ifPresent(stock -> json.writeNumberProperty("stock", stock));
        json.writeStringProperty("budget", reward.supply().budget());
        json.writeNumberProperty("reservation_minutes", reward.reservationMinutes());
    }

    static RewardDocument read(JsonNode json) {
        return new RewardDocument(
                json.path("id").asString(""),
                LocalizedTextJson.read(json.path("name")),
                LocalizedTextJson.read(json.path("description")),
                json.path("picture_url").asString(""),
                RewardContentJson.read(json.path("content")),
                json.has("price") ? price(json.path("price")) : null,
                gates(json),
                new RewardSupply(
                        json.has("stock") ? OptionalLong.of(json.path("stock").asLong(0)) : OptionalLong.empty(),
                        json.path("budget").asString("")),
                json.path("reservation_minutes").asInt(RewardDocument.DEFAULT_RESERVATION_MINUTES));
    }

    private static RewardDocument.Price price(JsonNode json) {
        return new RewardDocument.Price(
                json.path("unit").asString(""), json.path("amount").asLong(0));
    }

    static void gates(JsonGenerator json, RewardGates gates) {
        Json.moment(json, "available_from", gates.startsAt());
        Json.moment(json, "available_until", gates.endsAt());
        Json.texts(json, "tiers", gates.tiers());
        json.writeStringProperty("condition", gates.condition());
        Json.array(json, "limits", gates.limits(), (out, limit) -> {
            out.writeStringProperty("period", limit.period().name());
            out.writeNumberProperty("times", limit.times());
        });
    }

    static RewardGates gates(JsonNode json) {
        return new RewardGates(
                Json.moment(json.path("available_from")),
                Json.moment(json.path("available_until")),
                Json.texts(json.path("tiers")),
                json.path("condition").asString(""),
                Json.list(
                        json.path("limits"),
                        limit -> new RewardDocument.Limit(
                                Period.valueOf(limit.path("period").asString("")),
                                limit.path("times").asLong(0))));
    }
}
