package dev.perennial.domain.program;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that was checked: every reference resolves, every condition compiles.
 *
 * @param document as it was written; what has no condition is read from it
 */
public record Program(
        ZoneId zone,
        Currency currency,
        Duration reopenWindow,
        Map<UnitId, UnitDefinition> units,
        List<EarningRule> rules,
        List<Multiplier> multipliers,
        List<Counter> counters,
        List<Reward> rewards,
        List<Discount> discounts,
        ProgramDocument document) {

    public Program {
        units = Map.copyOf(units);
        rules = List.copyOf(rules);
        multipliers = List.copyOf(multipliers);
        counters = List.copyOf(counters);
        rewards = List.copyOf(rewards);
        discounts = List.copyOf(discounts);
    }

    /** The rule of that id, if this version of the program has one. */
    public Optional<EarningRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rules that a fact of this kind can match, in the order of the document. */
    public List<EarningRule> rulesFor(Activity activity) {
        return rules.stream().filter(rule -> rule.concerns(activity)).toList();
    }

    /** Whether anything is earned for, or counts, facts of the kind. */
    public boolean isAbout(ActivityType type) {
        return Stream.concat(
                        rules.stream().map(rule -> rule.document().subject()),
                        counters.stream().map(counter -> counter.document().subject()))
                .anyMatch(subject -> subject.activityType() == type);
    }

    /** Whether anything grants the unit for a time only. */
    public boolean runsOut(UnitId unit) {
        String id = unit.value();
        UnitDefinition definition = units.get(unit);
        Stream<Expiry> ofRules = document.earningRules().stream()
                .filter(rule -> rule.unit().equals(id))
                .map(EarningRuleDocument::expiry);
        Stream<Expiry> ofStages = document.engagement().challenges().stream()
                .flatMap(challenge -> challenge.stages().stream())
                .filter(stage -> stage.unit().equals(id))
                .map(ChallengeDocument.Stage::expiry);
        Stream<Expiry> ofCards = document.engagement().punchCards().stream()
                .filter(card -> card.reward().equals(id))
                .map(PunchCardDocument::rewardExpiry);
        Stream<Expiry> ofRewards = document.spending().rewards().stream()
                .map(RewardDocument::content)
                .filter(content -> content instanceof RewardContent.Units units
                        && units.unit().equals(id))
                .map(content -> ((RewardContent.Units) content).expiry());
        return (definition != null && definition.sliding() != null)
                || Stream.of(ofRules, ofStages, ofCards, ofRewards)
                        .flatMap(each -> each)
                        .anyMatch(expiry -> !(expiry instanceof Expiry.Never));
    }

    /** The counter of that id; null when this version of the program has none. */
    public @Nullable Counter counter(String id) {
        return counters.stream()
                .filter(counter -> counter.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The ranking of that id, if this version of the program has one. */
    public Optional<LeaderboardDocument> leaderboard(String id) {
        return document.engagement().leaderboards().stream()
                .filter(leaderboard -> leaderboard.id().equals(id))
                .findFirst();
    }

    /** The budget that the rule draws on, if any. */
    public Optional<BudgetDocument> budgetOf(EarningRule rule) {
        return budget(rule.document().budget());
    }

    /** The budget of that id, if this version of the program has one. */
    public Optional<BudgetDocument> budget(String id) {
        return document.earning().budgets().stream()
                .filter(budget -> budget.id().equals(id))
                .findFirst();
    }

    public @Nullable TiersDocument tiers() {
        return document.standing().tiers();
    }

    /** The reward of that id, if this version of the program has one. */
    public Optional<Reward> reward(String id) {
        return rewards.stream().filter(reward -> reward.id().equals(id)).findFirst();
    }

    public CheckoutDocument checkout() {
        return document.spending().checkout();
    }

    /** The membership plan of that id, if this version of the program has one. */
    public Optional<PlanDocument> plan(String id) {
        return document.standing().membershipPlans().stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst();
    }
}
