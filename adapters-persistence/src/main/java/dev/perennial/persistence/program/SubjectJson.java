package dev.perennial.persistence.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Subject;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** For which facts, as properties of what is about them: so the first version stored it for rules. */
final class SubjectJson {

    private SubjectJson() {}

    static void write(JsonGenerator json, Subject subject) {
        json.writeStringProperty("activity_type", subject.activityType().name());
        json.writeStringProperty("custom_name", subject.customName());
        json.writeStringProperty("partner", subject.partner());
        json.writeStringProperty("condition", subject.condition());
        Json.moment(json, "starts_at", subject.startsAt());
        Json.moment(json, "ends_at", subject.endsAt());
    }

    static Subject read(JsonNode json) {
        return new Subject(
                ActivityType.valueOf(json.path("activity_type").asString("")),
                json.path("custom_name").asString(""),
                json.path("partner").asString(""),
                json.path("condition").asString(""),
                Json.moment(json.path("starts_at")),
                Json.moment(json.path("ends_at")));
    }
}
