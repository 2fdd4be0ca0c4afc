package dev.perennial.domain.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What applying a document would change. Units, rules and all else with an id are recognised by it, so that moving one
 * changes nothing.
 */
public final class ProgramDifference {

    private final List<Change> changes = new ArrayList<>();
    private final Optional<ProgramDocument> before;
    private final ProgramDocument after;

    private ProgramDifference(Optional<ProgramDocument> before, ProgramDocument after) {
        this.before = before;
        this.after = after;
    }

    /** What can happen to a part of a program. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param path of the field; elements of lists go by their id, as in {@code earning_rules[welcome].condition}
     * @param before what it was; empty when it is new
     * @param after what it is; empty when it is gone
     */
    public record Change(Kind kind, String path, String before, String after) {}

    /**
     * @return the changes in the order of the later document, what is gone last in its list; empty when nothing changes
     */
    public static List<Change> between(@Nullable ProgramDocument before, ProgramDocument after) {
        ProgramDifference difference = new ProgramDifference(Optional.ofNullable(before), after);
        difference.compare();
        return List.copyOf(difference.changes);
    }

    private void compare() {
        fields("", before.map(Description::of).orElse(Map.of()), Description.of(after));
        elements("units", ProgramDocument::units, UnitDefinition::id, Description::of);
        elements("earning_rules", ProgramDocument::earningRules, EarningRuleDocument::id, EarningDescription::of);
        elements(
                "multipliers",
                document -> document.earning().multipliers(),
                MultiplierDocument::id,
                EarningDescription::of);
        elements("budgets", document -> document.earning().budgets(), BudgetDocument::id, EarningDescription::of);
        elements("partners", document -> document.parties().partners(), Named::id, Description::of);
        elements("causes", document -> document.parties().causes(), Named::id, Description::of);
        engagement();
        standing();
        spending();
    }

    private void engagement() {
        elements(
                "counters",
                document -> document.engagement().counters(),
                CounterDocument::id,
                EngagementDescription::of);
        elements(
                "challenges",
                document -> document.engagement().challenges(),
                ChallengeDocument::id,
                EngagementDescription::of);
        elements(
                "leaderboards",
                document -> document.engagement().leaderboards(),
                LeaderboardDocument::id,
                EngagementDescription::of);
        elements(
                "punch_cards",
                document -> document.engagement().punchCards(),
                PunchCardDocument::id,
                EngagementDescription::of);
        elements("raffles", document -> document.engagement().raffles(), RaffleDocument::id, EngagementDescription::of);
    }

    private void standing() {
        fields(
                "tiers.",
                before.map(document ->
                                StandingDescription.of(document.standing().tiers()))
                        .orElse(Map.of()),
                StandingDescription.of(after.standing().tiers()));
        elements(
                "tiers.levels",
                document -> Optional.ofNullable(document.standing().tiers())
                        .map(TiersDocument::levels)
                        .orElse(List.of()),
                TiersDocument.Level::id,
                StandingDescription::of);
        elements(
                "membership_plans",
                document -> document.standing().membershipPlans(),
                PlanDocument::id,
                StandingDescription::of);
    }

    private void spending() {
        elements("rewards", document -> document.spending().rewards(), RewardDocument::id, SpendingDescription::of);
        elements(
                "transfers",
                document -> document.spending().transfers(),
                TransferDocument::unit,
                SpendingDescription::of);
        fields(
                "pool.",
                before.map(document ->
                                SpendingDescription.of(document.spending().pool()))
                        .orElse(Map.of()),
                SpendingDescription.of(after.spending().pool()));
        fields(
                "checkout.",
                before.map(document ->
                                SpendingDescription.of(document.spending().checkout()))
                        .orElse(Map.of()),
                SpendingDescription.of(after.spending().checkout()));
        elements(
                "checkout.discounts",
                document -> document.spending().checkout().discounts(),
                DiscountDocument::id,
                SpendingDescription::of);
        elements(
                "checkout.unit_payments",
                document -> document.spending().checkout().payments(),
                UnitPaymentDocument::unit,
                SpendingDescription::of);
    }

    private <T> void elements(
            String list,
            Function<ProgramDocument, List<T>> elements,
            Function<T, String> id,
            Function<T, Map<String, String>> fields) {
        Map<String, T> old = byId(before.map(elements).orElse(List.of()), id);
        Map<String, T> now = byId(elements.apply(after), id);
        now.forEach((key, element) -> {
            String path = list + "[" + key + "]";
            T earlier = old.get(key);
            if (earlier == null) {
                changes.add(new Change(Kind.ADDED, path, "", summary(fields.apply(element))));
            } else {
                fields(path + ".", fields.apply(earlier), fields.apply(element));
            }
        });
        old.forEach((key, element) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change(Kind.REMOVED, list + "[" + key + "]", summary(fields.apply(element)), ""));
            }
        });
    }

    /** By id, the first of those that share one: a document that is compared need not be correct. */
    private static <T> Map<String, T> byId(List<T> elements, Function<T, String> id) {
        Map<String, T> found = new LinkedHashMap<>();
        elements.forEach(element -> found.putIfAbsent(id.apply(element), element));
        return found;
    }

    private void fields(String prefix, Map<String, String> was, Map<String, String> is) {
        Set<String> fields = new LinkedHashSet<>(is.keySet());
        fields.addAll(was.keySet());
        for (String field : fields) {
            String old = was.getOrDefault(field, "");
            String now = is.getOrDefault(field, "");
            if (!old.equals(now)) {
                changes.add(new Change(kind(old, now), prefix + field, old, now));
            }
        }
    }

    private static Kind kind(String before, String after) {
        return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }

    /** All that is not empty, on one line. */
    private static String summary(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((field, value) -> {
            if (!value.isEmpty()) {
                parts.add(field + ": " + value);
            }
        });
        return String.join("; ", parts);
    }
}
