package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.Reinstatement.Until;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What was asked for when units that ran out were given back, as JSON. */
final class AskedGivingBackJson {

    private AskedGivingBackJson() {}

    static void write(JsonGenerator json, Asked.GivingBack giving) {
        Reinstatement what = giving.what();
        json.writeStringProperty("for", "giving_back");
        json.writeStringProperty("unit", what.unit().value());
        json.writeNumberProperty("amount", what.amount());
        switch (what.which()) {
            case Expired.By(long entry) -> json.writeNumberProperty("entry", entry);
            case Expired.Within(Instant from, Instant before) -> {
                Json.moment(json, "from", from);
                Json.moment(json, "before", before);
            }
        }
        switch (what.until()) {
            case Until.Moment(Instant at) -> Json.moment(json, "expires_at", at);
            case Until.Days(int days) -> json.writeNumberProperty("expires_after_days", days);
            case Until.Never() -> json.writeBooleanProperty("never_expires", true);
        }
        if (giving.ranOutAt() != null) {
            Json.moment(json, "ran_out_at", giving.ranOutAt());
        }
    }

    static Asked.GivingBack read(JsonNode json) {
        Reinstatement what = new Reinstatement(
                new UnitId(json.path("unit").asString()),
                which(json),
                json.path("amount").asLong(),
                until(json));
        return new Asked.GivingBack(what, Json.moment(json.path("ran_out_at")));
    }

    private static Expired which(JsonNode json) {
        return json.has("entry")
                ? new Expired.By(json.path("entry").asLong())
                : new Expired.Within(moment(json, "from"), moment(json, "before"));
    }

    private static Until until(JsonNode json) {
        if (json.has("never_expires")) {
            return new Until.Never();
        }
        return json.has("expires_at")
                ? new Until.Moment(moment(json, "expires_at"))
                : new Until.Days(json.path("expires_after_days").asInt());
    }

    private static Instant moment(JsonNode json, String name) {
        return Objects.requireNonNull(Json.moment(json.path(name)));
    }
}
