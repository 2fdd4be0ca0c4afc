package dev.perennial.domain.testing;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.EarningDocument;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.LeaderboardDocument;
import dev.perennial.domain.program.Multiplier;
import dev.perennial.domain.program.MultiplierDocument;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.program.UnitDefinition.Sliding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program can have besides rules. Each step returns a new fixture. */
public record Parts(
        Stacking stacking,
        List<Multiplier> multipliers,
        List<BudgetDocument> budgets,
        List<CounterDocument> counters,
        List<ChallengeDocument> challenges,
        List<LeaderboardDocument> leaderboards,
        List<PunchCardDocument> cards,
        CelebrationsDocument celebrations,
        @Nullable TiersDocument tiers,
        List<PlanDocument> plans) {

    public static final Parts NONE = new Parts(
            Stacking.HIGHEST,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            CelebrationsDocument.DEFAULT,
            null,
            List.of());

    private static final List<UnitDefinition> UNITS = List.of(
            new UnitDefinition("points", "Points", 0),
            new UnitDefinition("stamps", "Stamps", 0),
            new UnitDefinition("coffees", "Coffees", 0),
            new UnitDefinition("status", "Status", 0, Kind.STATUS, null, ""),
            new UnitDefinition("miles", "Miles", 0, Kind.POINTS, new Sliding(2, Set.of(ActivityType.PURCHASE)), ""));

    List<UnitDefinition> units() {
        return UNITS;
    }

    public Parts stacking(Stacking mode) {
        return new Parts(
                mode, multipliers, budgets, counters, challenges, leaderboards, cards, celebrations, tiers, plans);
    }

    /** All rules for purchases grant so many per cent when the condition holds. */
    public Parts multiplying(int percent, Condition when) {
        MultiplierDocument document = new MultiplierDocument(
                "m" + multipliers.size(), "", Subject.every(ActivityType.PURCHASE), percent, List.of());
        List<Multiplier> more = plus(multipliers, new Multiplier(document, when));
        return new Parts(
                stacking, more, budgets, counters, challenges, leaderboards, cards, celebrations, tiers, plans);
    }

    public Parts budget(BudgetDocument budget) {
        List<BudgetDocument> more = plus(budgets, budget);
        return new Parts(
                stacking, multipliers, more, counters, challenges, leaderboards, cards, celebrations, tiers, plans);
    }

    public Parts counter(CounterDocument counter) {
        List<CounterDocument> more = plus(counters, counter);
        return new Parts(
                stacking, multipliers, budgets, more, challenges, leaderboards, cards, celebrations, tiers, plans);
    }

    public Parts challenge(ChallengeDocument challenge) {
        List<ChallengeDocument> more = plus(challenges, challenge);
        return new Parts(
                stacking, multipliers, budgets, counters, more, leaderboards, cards, celebrations, tiers, plans);
    }

    public Parts leaderboard(LeaderboardDocument leaderboard) {
        List<LeaderboardDocument> more = plus(leaderboards, leaderboard);
        return new Parts(stacking, multipliers, budgets, counters, challenges, more, cards, celebrations, tiers, plans);
    }

    public Parts card(PunchCardDocument card) {
        return new Parts(
                stacking,
                multipliers,
                budgets,
                counters,
                challenges,
                leaderboards,
                plus(cards, card),
                celebrations,
                tiers,
                plans);
    }

    public Parts celebrating(CelebrationsDocument how) {
        return new Parts(stacking, multipliers, budgets, counters, challenges, leaderboards, cards, how, tiers, plans);
    }

    public Parts tiers(TiersDocument levels) {
        return new Parts(
                stacking, multipliers, budgets, counters, challenges, leaderboards, cards, celebrations, levels, plans);
    }

    public Parts plan(PlanDocument plan) {
        return new Parts(
                stacking,
                multipliers,
                budgets,
                counters,
                challenges,
                leaderboards,
                cards,
                celebrations,
                tiers,
                plus(plans, plan));
    }

    EarningDocument earning(List<EarningRuleDocument> rules) {
        return new EarningDocument(
                rules, stacking, multipliers.stream().map(Multiplier::document).toList(), budgets);
    }

    EngagementDocument engagement() {
        return new EngagementDocument(counters, challenges, leaderboards, cards, List.of(), celebrations);
    }

    StandingDocument standing() {
        return new StandingDocument(tiers, plans);
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }
}
