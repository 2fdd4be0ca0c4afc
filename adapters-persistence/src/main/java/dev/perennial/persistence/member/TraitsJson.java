package dev.perennial.persistence.member;

import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.member.Traits;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Traits as JSON. */
public final class TraitsJson {

    private TraitsJson() {}

    public static String write(Traits traits) {
        return Json.object(json -> write(json, traits));
    }

    public static void write(JsonGenerator json, Traits traits) {
        json.writeStringProperty("gender", traits.gender());
        json.writeStringProperty("country", traits.country());
        json.writeNumberProperty("birth_year", traits.birthYear());
        json.writeStringProperty("locale", traits.locale());
        json.writeStringProperty("time_zone", traits.timeZone());
        json.writeStringProperty("acquisition_source", traits.acquisitionSource());
        json.writeStringProperty("status", traits.status().name());
        json.writeBooleanProperty("staff", traits.staff());
    }

    public static Traits read(JsonNode json) {
        return new Traits(
                json.path("gender").asString(""),
                json.path("country").asString(""),
                json.path("birth_year").asInt(0),
                json.path("locale").asString(""),
                json.path("time_zone").asString(""),
                json.path("acquisition_source").asString(""),
                MemberStatus.valueOf(json.path("status").asString(MemberStatus.ACTIVE.name())),
                json.path("staff").asBoolean(false));
    }
}
