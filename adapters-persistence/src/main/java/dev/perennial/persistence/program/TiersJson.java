package dev.perennial.persistence.program;

import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Window;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Levels of standing as JSON. */
final class TiersJson {

    private TiersJson() {}

    static void write(JsonGenerator json, TiersDocument tiers) {
        json.writeStringProperty("unit", tiers.unit());
        Json.child(json, "window", out -> window(out, tiers.window()));
        Json.array(json, "levels", tiers.levels(), TiersJson::level);
        json.writeNumberProperty("grace_days", tiers.graceDays());
        json.writeStringProperty("downgrade", tiers.downgrade().name());
        json.writeStringProperty("on_refund", tiers.onRefund().name());
        TiersDocument.StatusMatch match = tiers.statusMatch();
        if (match != null) {
            Json.child(json, "status_match", out -> statusMatch(out, match));
        }
    }

    static TiersDocument read(JsonNode json) {
        return new TiersDocument(
                json.path("unit").asString(""),
                window(json.path("window")),
                Json.list(json.path("levels"), TiersJson::level),
                json.path("grace_days").asInt(0),
                TiersDocument.Downgrade.valueOf(json.path("downgrade").asString("")),
                TiersDocument.OnRefund.valueOf(json.path("on_refund").asString("")),
                json.has("status_match") ? statusMatch(json.path("status_match")) : null);
    }

    private static void window(JsonGenerator json, Window window) {
        switch (window) {
            case Window.CalendarYear() -> json.writeStringProperty("type", "calendar_year");
            case Window.AnniversaryYear() -> json.writeStringProperty("type", "anniversary_year");
            case Window.RollingDays(int days) -> {
                json.writeStringProperty("type", "rolling_days");
                json.writeNumberProperty("days", days);
            }
        }
    }

    private static Window window(JsonNode json) {
        String type = json.path("type").asString("");
        return switch (type) {
            case "calendar_year" -> new Window.CalendarYear();
            case "anniversary_year" -> new Window.AnniversaryYear();
            case "rolling_days" -> new Window.RollingDays(json.path("days").asInt(0));
            default -> throw new IllegalStateException("stored tiers have a window of an unknown type: " + type);
        };
    }

    private static void level(JsonGenerator json, TiersDocument.Level level) {
        json.writeStringProperty("id", level.id());
        json.writeStringProperty("name", level.name());
        json.writeNumberProperty("threshold", level.threshold());
        Json.array(json, "benefits", level.benefits(), NamedJson::write);
    }

    private static TiersDocument.Level level(JsonNode json) {
        return new TiersDocument.Level(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("threshold").asLong(0),
                Json.list(json.path("benefits"), NamedJson::read));
    }

    private static void statusMatch(JsonGenerator json, TiersDocument.StatusMatch match) {
        json.writeNumberProperty("days", match.days());
        json.writeNumberProperty("keep_percent", match.keepPercent());
        json.writeNumberProperty("kept_days", match.keptDays());
    }

    private static TiersDocument.StatusMatch statusMatch(JsonNode json) {
        return new TiersDocument.StatusMatch(
                json.path("days").asInt(0),
                json.path("keep_percent").asInt(0),
                json.path("kept_days").asInt(0));
    }
}
