package dev.perennial.persistence.member;

import dev.perennial.domain.member.Consent;
import dev.perennial.domain.member.ConsentChannel;
import dev.perennial.domain.member.Profile;
import dev.perennial.persistence.shared.Json;
import dev.perennial.persistence.shared.Sealing;
import dev.perennial.persistence.shared.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The part of a profile by which a person can be found, sealed under the member's key. */
record PersonalData(
        String displayName,
        String publicName,
        String email,
        @Nullable LocalDate birthDate,
        List<Consent> consents) {

    static final PersonalData ERASED = new PersonalData("", "", "", null, List.of());

    static PersonalData of(Profile profile) {
        return new PersonalData(
                profile.displayName(), profile.publicName(), profile.email(), profile.birthDate(), profile.consents());
    }

    byte[] seal(Sealing key, String place) {
        String plain = Json.object(json -> {
            json.writeStringProperty("display_name", displayName);
            json.writeStringProperty("public_name", publicName);
            json.writeStringProperty("email", email);
            json.writeStringProperty("birth_date", birthDate == null ? "" : birthDate.toString());
            Json.array(json, "consents", consents, PersonalData::write);
        });
        return key.seal(Text.bytes(plain), place);
    }

    static PersonalData open(byte[] sealed, Sealing key, String place) {
        JsonNode json = Json.parse(Text.of(key.open(sealed, place)));
        String birthDate = json.path("birth_date").asString("");
        return new PersonalData(
                json.path("display_name").asString(""),
                json.path("public_name").asString(""),
                json.path("email").asString(""),
                birthDate.isEmpty() ? null : LocalDate.parse(birthDate),
                Json.list(json.path("consents"), PersonalData::consent));
    }

    private static void write(JsonGenerator json, Consent consent) {
        json.writeStringProperty("channel", consent.channel().name());
        json.writeBooleanProperty("given", consent.given());
        Json.moment(json, "at", consent.at());
        json.writeStringProperty("source", consent.source());
    }

    private static Consent consent(JsonNode json) {
        return new Consent(
                ConsentChannel.valueOf(json.path("channel").asString()),
                json.path("given").asBoolean(),
                Objects.requireNonNull(Json.moment(json.path("at"))),
                json.path("source").asString(""));
    }
}
