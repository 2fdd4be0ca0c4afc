package dev.perennial.persistence.program;

import dev.perennial.domain.program.Cap;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** An earning rule as JSON. */
final class EarningRuleJson {

    private EarningRuleJson() {}

    static void write(JsonGenerator json, EarningRuleDocument rule) {
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("name", rule.name());
        SubjectJson.write(json, rule.subject());
        json.writeStringProperty("unit", rule.unit());
        Json.child(json, "amount", out -> AmountJson.write(out, rule.amount()));
        if (!rule.base().equals(EarningBase.GOODS)) {
            Json.child(json, "base", out -> BaseJson.write(out, rule.base()));
        }
        PendingJson.write(json, rule.pending());
        Json.child(json, "expiry", out -> ExpiryJson.write(out, rule.expiry()));
        Json.array(json, "caps", rule.limits().caps(), EarningRuleJson::cap);
        json.writeStringProperty("cooldown", rule.limits().cooldown().toString());
        json.writeStringProperty("budget", rule.budget());
        json.writeStringProperty("funded_by", rule.fundedBy());
        json.writeBooleanProperty("earns_on_historical", rule.earnsOnHistorical());
    }

    static EarningRuleDocument read(JsonNode json) {
        return new EarningRuleDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                SubjectJson.read(json),
                json.path("unit").asString(""),
                AmountJson.read(json.path("amount")),
                json.has("base") ? BaseJson.read(json.path("base")) : EarningBase.GOODS,
                PendingJson.read(json),
                ExpiryJson.read(json.path("expiry")),
                new Limits(
                        Json.list(json.path("caps"), EarningRuleJson::cap),
                        Duration.parse(json.path("cooldown").asString("PT0S"))),
                json.path("budget").asString(""),
                json.path("funded_by").asString(""),
                json.path("earns_on_historical").asBoolean(false));
    }

    private static void cap(JsonGenerator json, Cap cap) {
        json.writeStringProperty("period", cap.period().name());
        json.writeNumberProperty(cap.of() == Cap.Of.TIMES ? "times" : "units", cap.limit());
    }

    private static Cap cap(JsonNode json) {
        Period period = Period.valueOf(json.path("period").asString(""));
        return json.has("times")
                ? Cap.times(json.path("times").asLong(0), period)
                : Cap.units(json.path("units").asLong(0), period);
    }
}
