package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.Count;
import dev.perennial.domain.loyalty.Counts;
import dev.perennial.persistence.shared.Json;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Counters as JSON. */
final class CountsJson {

    private CountsJson() {}

    static void write(JsonGenerator json, Counts counts) {
        if (!counts.byId().isEmpty()) {
            Json.child(
                    json,
                    "counts",
                    out -> counts.byId().forEach((id, count) -> Json.child(out, id, each -> write(each, count))));
        }
    }

    static Counts read(JsonNode json) {
        Map<String, Count> counts = new HashMap<>();
        json.path("counts").properties().forEach(each -> counts.put(each.getKey(), count(each.getValue())));
        return new Counts(counts);
    }

    private static void write(JsonGenerator json, Count count) {
        json.writeNumberProperty("run", count.run());
        Json.child(json, "buckets", out -> buckets(out, count.buckets()));
    }

    private static Count count(JsonNode json) {
        return new Count(buckets(json.path("buckets")), json.path("run").asLong(0));
    }

    /** Sums by day. */
    static void buckets(JsonGenerator json, SortedMap<LocalDate, Long> buckets) {
        buckets.forEach((day, amount) -> json.writeNumberProperty(day.toString(), amount));
    }

    static SortedMap<LocalDate, Long> buckets(JsonNode json) {
        SortedMap<LocalDate, Long> buckets = new TreeMap<>();
        json.properties()
                .forEach(each -> buckets.put(
                        LocalDate.parse(each.getKey()), each.getValue().asLong(0)));
        return buckets;
    }
}
