package dev.perennial.persistence.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Place;
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
        return Json.object(json -> write(json, activity));
    }

    static void write(JsonGenerator json, Activity activity) {
        DetailJson.write(json, activity.detail());
        Place place = activity.place();
        if (!place.equals(Place.UNKNOWN)) {
            json.writeStringProperty("store", place.store());
            json.writeStringProperty("brand", place.brand());
            json.writeStringProperty("channel", place.channel());
            OrderJson.text(json, "partner", place.partner());
        }
        if (!activity.attributes().isEmpty()) {
            Json.child(json, "attributes", out -> activity.attributes().forEach(out::writeStringProperty));
        }
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
        return new Activity(key, occurredAt, historical, place, attributes, DetailJson.read(json));
    }
}
