package dev.perennial.domain.program;

import dev.perennial.domain.program.UnitDefinition.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The document's own fields, units and parties in words, field by field, as a plan shows them; empty for not set. */
final class Description {

    private Description() {}

    static Map<String, String> of(ProgramDocument document) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time_zone", document.timeZone());
        fields.put("currency", document.currency());
        fields.put("reopen_window_days", Integer.toString(document.reopenWindowDays()));
        Stacking stacking = document.earning().stacking();
        fields.put("stacking", stacking == Stacking.HIGHEST ? "" : Words.lower(stacking));
        CelebrationsDocument celebrations = document.engagement().celebrations();
        fields.put(
                "celebrations.leap_day",
                celebrations.leapDay() == CelebrationsDocument.DEFAULT.leapDay()
                        ? ""
                        : Words.lower(celebrations.leapDay()));
        fields.put("celebrations.birth_date_change_days", Words.days(celebrations.birthDateChangeDays()));
        fields.put("return_grace_days", Words.days(document.spending().returnGraceDays()));
        return fields;
    }

    static Map<String, String> of(UnitDefinition unit) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", unit.name());
        fields.put("scale", Integer.toString(unit.scale()));
        fields.put("kind", unit.kind() == Kind.POINTS ? "" : Words.lower(unit.kind()));
        UnitDefinition.Sliding sliding = unit.sliding();
        fields.put(
                "sliding_expiry",
                sliding == null
                        ? ""
                        : Words.count(sliding.months(), "month") + " after the last "
                                + Words.types(sliding.qualifying()));
        fields.put("cause", unit.cause());
        FairValue value = unit.fairValue();
        fields.put("fair_value", value == null ? "" : value.units() + " are worth " + value.amount());
        fields.put("approval_above", unit.approvalAbove() == null ? "" : Long.toString(unit.approvalAbove()));
        return fields;
    }

    static Map<String, String> of(Named named) {
        return Map.of("name", named.name());
    }
}
