package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Celebration;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Engagement;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.activity.Visit;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A fact as JSON, without its key and moment, which are columns. */
final class ActivityJson {

    private ActivityJson() {}

    static String write(Activity activity) {
        return Json.object(json -> {
            detail(json, activity.detail());
            Place place = activity.place();
            if (!place.equals(Place.UNKNOWN)) {
                json.writeStringProperty("store", place.store());
                json.writeStringProperty("brand", place.brand());
                json.writeStringProperty("channel", place.channel());
                if (!place.partner().isEmpty()) {
                    json.writeStringProperty("partner", place.partner());
                }
            }
            if (!activity.attributes().isEmpty()) {
                Json.child(json, "attributes", out -> activity.attributes().forEach(out::writeStringProperty));
            }
        });
    }

    static Activity read(ActivityKey key, Instant occurredAt, boolean historical, JsonNode json) {
        Place place = new Place(
                json.path("store").asString(""),
                json.path("brand").asString(""),
                json.path("channel").asString(""),
                json.path("partner").asString(""));
        Map<String, String> attributes = new HashMap<>();
        json.path("attributes")
                .properties()
                .forEach(each -> attributes.put(each.getKey(), each.getValue().asString("")));
        return new Activity(key, occurredAt, historical, place, attributes, detail(json));
    }

    private static void detail(JsonGenerator json, ActivityDetail detail) {
        json.writeStringProperty("type", detail.type().name());
        switch (detail) {
            case Purchase purchase -> OrderJson.write(json, purchase);
            case Refund refund -> OrderJson.write(json, refund);
            case Visit visit -> {}
            case Custom(String name, String orderId) -> {
                json.writeStringProperty("name", name);
                if (!orderId.isEmpty()) {
                    json.writeStringProperty("order_id", orderId);
                }
            }
            case Engagement fact -> throw unwritable(fact);
            case MembershipFact fact -> throw unwritable(fact);
            case StatusMatch fact -> throw unwritable(fact);
            case Celebration fact -> throw unwritable(fact);
        }
    }

    private static IllegalStateException unwritable(ActivityDetail detail) {
        return new IllegalStateException("nothing records a fact of this type yet: " + detail.type());
    }

    private static ActivityDetail detail(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "PURCHASE" -> OrderJson.purchase(json);
            case "REFUND" -> OrderJson.refund(json);
            case "VISIT" -> new Visit();
            case "CUSTOM" ->
                new Custom(json.path("name").asString(""), json.path("order_id").asString(""));
            default -> throw new IllegalStateException("a stored fact is of an unknown type: " + type);
        };
    }
}
