package dev.perennial.persistence.program;

import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A counter as JSON. */
final class CounterJson {

    private CounterJson() {}

    static void write(JsonGenerator json, CounterDocument counter) {
        json.writeStringProperty("id", counter.id());
        json.writeStringProperty("name", counter.name());
        SubjectJson.write(json, counter.subject());
        Json.child(json, "measure", out -> measure(out, counter.measure()));
        Json.child(json, "window", out -> window(out, counter.window()));
    }

    static CounterDocument read(JsonNode json) {
        return new CounterDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                SubjectJson.read(json),
                measure(json.path("measure")),
                window(json.path("window")));
    }

    private static void measure(JsonGenerator json, Measure measure) {
        switch (measure) {
            case Measure.Facts() -> json.writeStringProperty("type", "facts");
            case Measure.Amount() -> json.writeStringProperty("type", "amount");
            case Measure.Items() -> json.writeStringProperty("type", "items");
            case Measure.Attribute(String name) -> {
                json.writeStringProperty("type", "attribute");
                json.writeStringProperty("name", name);
            }
            case Measure.Units(String unit) -> {
                json.writeStringProperty("type", "units");
                json.writeStringProperty("unit", unit);
            }
        }
    }

    private static Measure measure(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "facts" -> new Measure.Facts();
            case "amount" -> new Measure.Amount();
            case "items" -> new Measure.Items();
            case "attribute" -> new Measure.Attribute(json.path("name").asString(""));
            case "units" -> new Measure.Units(json.path("unit").asString(""));
            default -> throw new IllegalStateException("a stored counter has a measure of an unknown type: " + type);
        };
    }

    private static void window(JsonGenerator json, Window window) {
        switch (window) {
            case Window.Current(Period period) -> {
                json.writeStringProperty("type", "current");
                json.writeStringProperty("period", period.name());
            }
            case Window.Rolling(int days) -> {
                json.writeStringProperty("type", "rolling");
                json.writeNumberProperty("days", days);
            }
            case Window.Streak(Period period, long atLeast) -> {
                json.writeStringProperty("type", "streak");
                json.writeStringProperty("period", period.name());
                json.writeNumberProperty("at_least", atLeast);
            }
        }
    }

    private static Window window(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "current" -> new Window.Current(period(json));
            case "rolling" -> new Window.Rolling(json.path("days").asInt(0));
            case "streak" ->
                new Window.Streak(period(json), json.path("at_least").asLong(0));
            default -> throw new IllegalStateException("a stored counter has a window of an unknown type: " + type);
        };
    }

    private static Period period(JsonNode json) {
        return Period.valueOf(json.path("period").asString(""));
    }
}
