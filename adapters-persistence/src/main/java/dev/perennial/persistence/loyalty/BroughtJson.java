package dev.perennial.persistence.loyalty;

import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.loyalty.migration.BroughtIdentifier;
import dev.perennial.domain.loyalty.migration.BroughtLevel;
import dev.perennial.domain.loyalty.migration.BroughtVoucher;
import dev.perennial.domain.loyalty.migration.OpeningLot;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.persistence.shared.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What was brought from another system as JSON, without the codes of vouchers: their redemptions have those. */
final class BroughtJson {

    private BroughtJson() {}

    static void write(JsonGenerator json, Brought brought) {
        Json.moment(json, "enrolled_at", brought.enrolledAt());
        BroughtLevel level = brought.level();
        if (level != null) {
            json.writeStringProperty("level", level.level());
            Json.moment(json, "until", level.until());
        }
        Json.array(json, "lots", brought.lots(), (one, lot) -> {
            one.writeStringProperty("unit", lot.unit().value());
            one.writeNumberProperty("amount", lot.amount());
            Json.moment(one, "available_at", lot.availableAt());
            Json.moment(one, "expires_at", lot.expiresAt());
        });
        Json.array(json, "identifiers", brought.identifiers(), (one, identifier) -> {
            one.writeStringProperty("kind", identifier.kind().name());
            one.writeStringProperty("name", identifier.name());
        });
        Json.array(json, "vouchers", brought.vouchers(), (one, voucher) -> {
            one.writeStringProperty("reward", voucher.reward());
            Json.moment(one, "expires_at", voucher.expiresAt());
        });
    }

    static Brought read(JsonNode json) {
        return new Brought(
                moment(json, "enrolled_at"),
                level(json),
                Json.list(
                        json.path("lots"),
                        lot -> new OpeningLot(
                                new UnitId(lot.path("unit").asString()),
                                lot.path("amount").asLong(),
                                Json.moment(lot.path("available_at")),
                                Json.moment(lot.path("expires_at")))),
                Json.list(
                        json.path("identifiers"),
                        identifier -> new BroughtIdentifier(
                                IdentifierKind.valueOf(identifier.path("kind").asString()),
                                identifier.path("name").asString(""))),
                Json.list(
                        json.path("vouchers"),
                        voucher -> new BroughtVoucher(
                                "", voucher.path("reward").asString(), Json.moment(voucher.path("expires_at")))));
    }

    private static @Nullable BroughtLevel level(JsonNode json) {
        String level = json.path("level").asString("");
        return level.isEmpty() ? null : new BroughtLevel(level, moment(json, "until"));
    }

    private static Instant moment(JsonNode json, String name) {
        return Objects.requireNonNull(Json.moment(json.path(name)), name);
    }
}
