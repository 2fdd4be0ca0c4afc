package dev.perennial.persistence.program;

import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.EarningDocument;
import dev.perennial.domain.program.MultiplierDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Period;
import dev.perennial.persistence.shared.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** How units are earned, as properties of the program. */
final class EarningJson {

    private EarningJson() {}

    static void write(JsonGenerator json, EarningDocument earning) {
        Json.array(json, "earning_rules", earning.rules(), EarningRuleJson::write);
        json.writeStringProperty("stacking", earning.stacking().name());
        Json.array(json, "multipliers", earning.multipliers(), EarningJson::multiplier);
        Json.array(json, "budgets", earning.budgets(), EarningJson::budget);
    }

    static EarningDocument read(JsonNode json) {
        return new EarningDocument(
                Json.list(json.path("earning_rules"), EarningRuleJson::read),
                Json.word(json.path("stacking"), Stacking.HIGHEST),
                Json.list(json.path("multipliers"), EarningJson::multiplier),
                Json.list(json.path("budgets"), EarningJson::budget));
    }

    private static void multiplier(JsonGenerator json, MultiplierDocument multiplier) {
        json.writeStringProperty("id", multiplier.id());
        json.writeStringProperty("name", multiplier.name());
        SubjectJson.write(json, multiplier.subject());
        json.writeNumberProperty("percent", multiplier.percent());
        Json.texts(json, "rules", multiplier.rules());
    }

    private static MultiplierDocument multiplier(JsonNode json) {
        return new MultiplierDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                SubjectJson.read(json),
                json.path("percent").asInt(0),
                Json.texts(json.path("rules")));
    }

    private static void budget(JsonGenerator json, BudgetDocument budget) {
        json.writeStringProperty("id", budget.id());
        json.writeStringProperty("name", budget.name());
        json.writeStringProperty("unit", budget.unit());
        json.writeNumberProperty("amount", budget.amount());
        json.writeStringProperty("period", budget.period().name());
    }

    private static BudgetDocument budget(JsonNode json) {
        return new BudgetDocument(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("unit").asString(""),
                json.path("amount").asLong(0),
                Period.valueOf(json.path("period").asString("")));
    }
}
