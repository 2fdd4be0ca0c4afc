package dev.perennial.domain.program;

import dev.perennial.domain.activity.ActivityType;

/** What is asked of which part of an order earns. */
final class BaseCheck {

    static final int PERCENT_MAX = 10_000;

    private BaseCheck() {}

    static void check(EarningRuleDocument rule, Findings findings) {
        EarningBase base = rule.base();
        if (!base.equals(EarningBase.GOODS) && rule.subject().activityType() != ActivityType.PURCHASE) {
            findings.add("needs an order, which only a purchase has");
        }
        findings.at("boosts").each(base.boosts(), Findings.ELEMENTS_MAX, "boosts", (boost, here) -> {
            if (boost.goods().isEmpty()) {
                here.at("goods").add("names no goods");
            }
            here.at("percent").range(boost.percent(), 1, PERCENT_MAX);
        });
    }
}
