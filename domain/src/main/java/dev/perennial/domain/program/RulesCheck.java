package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.shared.UnitId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is asked of the earning rules of a program. */
final class RulesCheck {

    static final int RULES_MAX = 500;
    static final int CUSTOM_NAME_MAX = 64;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private final Conditions conditions;
    private final Currency currency;
    private final ZoneId zone;
    private final Set<String> units;

    RulesCheck(Conditions conditions, Currency currency, ZoneId zone, List<String> units) {
        this.conditions = conditions;
        this.currency = currency;
        this.zone = zone;
        this.units = Set.copyOf(units);
    }

    /** The rules with their compiled conditions; of use only if nothing was found. */
    List<EarningRule> check(List<EarningRuleDocument> rules, Findings findings) {
        if (rules.size() > RULES_MAX) {
            findings.add("there are " + rules.size() + " rules; at most " + RULES_MAX + " are allowed");
            return List.of(); // compiling an unlimited number of conditions is what the limit protects from
        }
        Set<String> seen = new HashSet<>();
        List<EarningRule> checked = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            EarningRuleDocument rule = rules.get(i);
            Findings here = findings.item(i);
            here.at("id").id(rule.id(), ID, "1 to 64 of a-z, 0-9, _ and -, beginning with a letter", seen);
            here.at("name").text(rule.name(), Findings.NAME_MAX);
            subject(rule, here);
            Condition condition = condition(rule.condition(), here.at("condition"));
            season(rule, here.at("ends_at"));
            if (!units.contains(rule.unit())) {
                here.at("unit").add("the program has no unit '" + rule.unit() + "'");
            }
            GrantCheck.check(rule, zone, here);
            checked.add(new EarningRule(rule, new UnitId(rule.unit()), condition));
        }
        return checked;
    }

    private static void subject(EarningRuleDocument rule, Findings findings) {
        if (rule.activityType() == ActivityType.REFUND) {
            findings.at("activity_type").add("a refund earns nothing: it changes what its order is worth");
        }
        if (rule.activityType() != ActivityType.CUSTOM && !rule.customName().isEmpty()) {
            findings.at("custom_name").add("only custom activities have a name");
        }
        findings.at("custom_name").text(rule.customName(), CUSTOM_NAME_MAX);
    }

    private static void season(EarningRuleDocument rule, Findings findings) {
        if (rule.startsAt() != null && rule.endsAt() != null && !rule.startsAt().isBefore(rule.endsAt())) {
            findings.add("the season must end after it starts");
        }
    }

    private Condition condition(String source, Findings findings) {
        if (source.isBlank()) {
            return Condition.ALWAYS;
        }
        return switch (conditions.compile(source, currency)) {
            case Compiled.Usable(Condition condition) -> condition;
            case Compiled.Broken(var problems) -> {
                problems.forEach(problem -> findings.add(problem.description()));
                yield Condition.ALWAYS;
            }
        };
    }
}
