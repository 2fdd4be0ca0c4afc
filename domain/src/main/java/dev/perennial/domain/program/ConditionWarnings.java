package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What compiled conditions tell of themselves: that they never hold, or read what their facts do not have. */
public final class ConditionWarnings {

    private final Program program;
    private final Instant now;
    private final List<Problem> warnings = new ArrayList<>();
    private final Findings findings = new Findings("", warnings);

    private ConditionWarnings(Program program, Instant now) {
        this.program = program;
        this.now = now;
    }

    /**
     * Looks at every condition of a program.
     *
     * @param now the moment of planning: days that are over are judged by it
     */
    public static List<Problem> of(Program program, Instant now) {
        ConditionWarnings warnings = new ConditionWarnings(program, now);
        for (int i = 0; i < program.rules().size(); i++) {
            EarningRule rule = program.rules().get(i);
            warnings.look("earning_rules", i, rule.document().subject(), rule.condition());
        }
        for (int i = 0; i < program.multipliers().size(); i++) {
            Multiplier multiplier = program.multipliers().get(i);
            warnings.look("multipliers", i, multiplier.document().subject(), multiplier.condition());
        }
        for (int i = 0; i < program.counters().size(); i++) {
            Counter counter = program.counters().get(i);
            warnings.look("counters", i, counter.document().subject(), counter.condition());
        }
        for (int i = 0; i < program.rewards().size(); i++) {
            Reward reward = program.rewards().get(i);
            warnings.look("rewards", i, asked(reward.document().gates()), reward.condition());
        }
        List<Discount> discounts = program.discounts();
        for (int i = 0; i < discounts.size(); i++) {
            Discount discount = discounts.get(i);
            warnings.look("checkout.discounts", i, bought(discount.document().gates()), discount.condition());
        }
        return List.copyOf(warnings.warnings);
    }

    /** The order that a basket would become. */
    private static Subject bought(RewardGates gates) {
        return new Subject(ActivityType.PURCHASE, "", "", gates.condition(), gates.startsAt(), gates.endsAt());
    }

    /** The moment at which a reward is asked for, which is told as a fact of this name. */
    private static Subject asked(RewardGates gates) {
        return new Subject(ActivityType.CUSTOM, "reward", "", gates.condition(), gates.startsAt(), gates.endsAt());
    }

    private void look(String list, int index, Subject subject, Condition condition) {
        Findings here = findings.at(list).item(index).at("condition");
        condition.doubts(subject, program.zone(), now).forEach(here::add);
    }
}
