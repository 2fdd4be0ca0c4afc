package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.UnitId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is asked of the earning rules of a program. */
final class RulesCheck {

    static final int RULES_MAX = 500;
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    static final String ID_WORDS = "1 to 64 of a-z, 0-9, _ and -, beginning with a letter";

    private final SubjectsCheck subjects;
    private final References references;
    private final ZoneId zone;

    RulesCheck(SubjectsCheck subjects, References references, ZoneId zone) {
        this.subjects = subjects;
        this.references = references;
        this.zone = zone;
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
            here.at("id").id(rule.id(), ID, ID_WORDS, seen);
            here.at("name").text(rule.name(), Findings.NAME_MAX);
            if (rule.subject().activityType() == ActivityType.REFUND) {
                here.at("activity_type").add("a refund earns nothing: it changes what its order is worth");
            }
            Condition condition = subjects.check(rule.subject(), here);
            references.unit(rule.unit(), here.at("unit"));
            references.budget(rule.budget(), here.at("budget"));
            references.partner(rule.fundedBy(), here.at("funded_by"));
            GrantCheck.check(rule, zone, here);
            checked.add(new EarningRule(rule, new UnitId(rule.unit()), condition));
        }
        return checked;
    }
}
