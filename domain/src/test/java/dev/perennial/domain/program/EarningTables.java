package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.ProgramDocuments.ARule;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.program.UnitDefinition.Sliding;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents with one fault each in what earns: where it is and what is said of it. */
final class EarningTables {

    private static final UnitDefinition POINTS = new UnitDefinition("points", "", 0);
    private static final Goods MUGS = new Goods(Set.of("mug"), Set.of(), Set.of(), Set.of());
    private static final BudgetDocument BUDGET = new BudgetDocument("spring", "", "points", 100, Period.MONTH);

    private EarningTables() {}

    static Stream<Arguments> refusedUnits() {
        return Stream.of(
                units("sliding 0", sliding(0, ActivityType.VISIT), "sliding_expiry.months", "from 1 to 1200"),
                units("sliding 1,201", sliding(1_201, ActivityType.VISIT), "sliding_expiry.months", "from 1 to 1200"),
                units("nothing qualifies", sliding(12), "sliding_expiry.qualifying", "at least one"),
                units("charity for nothing", unit(Kind.CHARITY, ""), "cause", "needs a cause"),
                units("an unknown cause", unit(Kind.CHARITY, "whales"), "cause", "no cause 'whales'"),
                units("points for a cause", unit(Kind.POINTS, "trees"), "cause", "only a unit of the kind CHARITY"),
                units("a value of none", worth(Kind.POINTS, 0, 1), "fair_value.units", "from 1 to 1000000000000"),
                units("worth nothing", worth(Kind.CREDIT, 1, 0), "fair_value.amount", "from 1 to 1000000000000"),
                units("too dear", worth(Kind.STAMP, 1, 1_000_000_000_001L), "fair_value.amount", "from 1 to"),
                units("a badge that is owed", worth(Kind.BADGE, 1, 1), "fair_value", "is not owed to members"),
                units("a negative limit", approvedAbove(-1), "approval_above", "from 0 to 1000000000000000"),
                units("a large limit", approvedAbove(1_000_000_000_000_001L), "approval_above", "from 0 to"),
                units("standing that is owed", worth(Kind.STATUS, 1, 1), "fair_value", "is not owed to members"));
    }

    static Stream<Arguments> refusedRules() {
        Pending delivery = new Pending.UntilActivity("delivered", 30);
        return Stream.of(
                rule("an unknown partner", aRule("r").with("nobody"), "partner", "no partner 'nobody'"),
                rule("funded by nobody", aRule("r").fundedBy("nobody"), "funded_by", "no partner 'nobody'"),
                rule("an unknown budget", aRule("r").drawingOn("autumn"), "budget", "no budget 'autumn'"),
                rule(
                        "a budget of another unit",
                        aRule("r").granting("stamps").drawingOn("spring"),
                        "budget",
                        "counts 'points', not 'stamps'"),
                rule("a base of a visit", visit().basedOn(withTax()), "base", "only a purchase has"),
                rule("a boost of nothing", boosted(Goods.NONE, 200), "base.boosts[0].goods", "no goods"),
                rule("a boost of 0 %", boosted(MUGS, 0), "base.boosts[0].percent", "from 1 to 10000"),
                rule("a boost of 10,001 %", boosted(MUGS, 10_001), "base.boosts[0].percent", "from 1 to 10000"),
                rule("101 boosts", boosts(101), "base.boosts", "101 boosts; at most 100"),
                rule("an attribute's name", perAttribute("1st", 1), "per_attribute.attribute", "no attribute"),
                rule("none of an attribute", perAttribute("metres", 0), "per_attribute.each", "is 0"),
                rule(
                        "pending for a lifetime",
                        aRule("r").pending(new Pending.EndOf(Period.LIFETIME)),
                        "pending_end_of",
                        "does not end"),
                rule("a visit's delivery", visit().pending(delivery), "pending_until_activity", "needs an order"),
                rule(
                        "a delivery without a name",
                        aRule("r").pending(new Pending.UntilActivity("", 30)),
                        "pending_until_activity.name",
                        "no custom activity"),
                rule(
                        "a delivery in ten years",
                        aRule("r").pending(new Pending.UntilActivity("delivered", 3_651)),
                        "pending_until_activity.within_days",
                        "from 1 to 3650"),
                rule("no months", aRule("r").expiring(new Expiry.AfterMonths(0)), "after_months", "from 1 to 1200"),
                rule(
                        "an expiry of what slides",
                        aRule("r").granting("miles").expiring(new Expiry.AfterDays(1)),
                        "after_days",
                        "runs out as a whole"),
                rule("never more than 0 times", aRule("r").cappedAtTimes(0, Period.DAY), "caps[0].times", "is 0"),
                rule(
                        "twice times a day",
                        aRule("r")
                                .cappedAtTimes(1, Period.DAY)
                                .cappedAt(1, Period.DAY)
                                .cappedAtTimes(2, Period.DAY),
                        "caps[2].period",
                        "already has a cap"),
                rule("cooling back", aRule("r").cooling(Duration.ofNanos(-1)), "cooldown", "from 0 to 366 days"),
                rule("cooling long", aRule("r").cooling(Duration.ofDays(367)), "cooldown", "from 0 to 366 days"));
    }

    static Stream<Arguments> refusedMultipliersAndBudgets() {
        return Stream.of(
                multiplied("its id", multiplier("1st", 200), "id", "not an id"),
                multiplied("0 %", multiplier("m", 0), "percent", "from 1 to 10000"),
                multiplied("10,001 %", multiplier("m", 10_001), "percent", "from 1 to 10000"),
                multiplied("an unknown rule", multiplier("m", 200, "base", "none"), "rules[1]", "no rule 'none'"),
                multiplied(
                        "a wrong condition",
                        new MultiplierDocument("m", "", when("wrong"), 200, List.of()),
                        "condition",
                        "wrong"),
                arguments(
                        "two multipliers of one id",
                        aDocument().multipliedBy(multiplier("m", 200), multiplier("m", 200)),
                        "multipliers[1].id",
                        "more than once"),
                arguments(
                        "101 multipliers",
                        aDocument()
                                .multipliedBy(Collections.nCopies(101, multiplier("m", 1))
                                        .toArray(MultiplierDocument[]::new)),
                        "multipliers",
                        "101 multipliers; at most 100"),
                budget("its id", new BudgetDocument("B", "", "points", 1, Period.DAY), "id", "not an id"),
                budget("its unit", new BudgetDocument("b", "", "stars", 1, Period.DAY), "unit", "no unit 'stars'"),
                budget("of nothing", new BudgetDocument("b", "", "points", 0, Period.DAY), "amount", "is 0"));
    }

    static Stream<Arguments> refusedParties() {
        return Stream.of(
                arguments(
                        "a partner's id",
                        aDocument().withPartners(new Named("The Bakery", "")),
                        "partners[0].id",
                        "not an id"),
                arguments(
                        "a cause's name",
                        aDocument().withCauses(new Named("trees", "n".repeat(201))),
                        "causes[0].name",
                        "at most 200"));
    }

    private static Arguments units(String what, UnitDefinition unit, String field, String description) {
        ADocument document = aDocument().withCauses(new Named("trees", "")).withUnits(POINTS, unit);
        return arguments(what, document, "units[1]." + field, description);
    }

    private static Arguments rule(String what, ARule rule, String field, String description) {
        UnitDefinition miles = sliding(12, ActivityType.PURCHASE);
        ADocument document = aDocument()
                .withUnits(POINTS, new UnitDefinition("stamps", "", 0), miles)
                .withBudgets(BUDGET)
                .with(rule);
        return arguments(what, document, "earning_rules[0]." + field, description);
    }

    private static Arguments multiplied(String what, MultiplierDocument one, String field, String description) {
        return arguments(
                "a multiplier: " + what, aDocument().multipliedBy(one), "multipliers[0]." + field, description);
    }

    private static Arguments budget(String what, BudgetDocument budget, String field, String description) {
        return arguments("a budget: " + what, aDocument().withBudgets(budget), "budgets[0]." + field, description);
    }

    private static MultiplierDocument multiplier(String id, int percent, String... rules) {
        return new MultiplierDocument(id, "", Subject.every(ActivityType.PURCHASE), percent, List.of(rules));
    }

    private static Subject when(String condition) {
        return new Subject(ActivityType.PURCHASE, "", "", condition, null, null);
    }

    private static UnitDefinition sliding(int months, ActivityType... qualifying) {
        return new UnitDefinition("miles", "", 0, Kind.POINTS, new Sliding(months, Set.of(qualifying)), "");
    }

    private static UnitDefinition unit(Kind kind, String cause) {
        return new UnitDefinition("gift", "", 0, kind, null, cause);
    }

    private static UnitDefinition approvedAbove(long amount) {
        return new UnitDefinition("gift", "", 0, Kind.POINTS, null, "", null, amount);
    }

    private static UnitDefinition worth(Kind kind, long units, long amount) {
        return new UnitDefinition("gift", "", 0, kind, null, "", new FairValue(units, amount));
    }

    private static ARule visit() {
        return aRule("r").on(ActivityType.VISIT).fixed(1);
    }

    private static ARule perAttribute(String name, long each) {
        return aRule("r").earning(new EarningAmount.PerAttribute(name, 1, each, Rounding.DOWN));
    }

    private static EarningBase withTax() {
        return new EarningBase(true, false, false, false, false, false, Goods.NONE, List.of());
    }

    private static ARule boosted(Goods goods, int percent) {
        return boosted(List.of(new EarningBase.Boost(goods, percent)));
    }

    private static ARule boosts(int count) {
        return boosted(Collections.nCopies(count, new EarningBase.Boost(MUGS, 200)));
    }

    private static ARule boosted(List<EarningBase.Boost> boosts) {
        return aRule("r").basedOn(new EarningBase(false, false, false, false, false, false, Goods.NONE, boosts));
    }
}
