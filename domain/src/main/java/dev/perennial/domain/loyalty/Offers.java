package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.loyalty.reward.Redemptions;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the program in force offers to a member for whom everything due has happened. */
final class Offers {

    private static final CommonGates.Reasons REASONS = new CommonGates.Reasons(
            Reason.REWARD_OUT_OF_SEASON,
            Reason.REWARD_ABOVE_TIER,
            Reason.REWARD_CONDITION_NOT_MET,
            Reason.REWARD_LIMIT_REACHED);

    private final InForce inForce;
    private final MemberState state;
    private final Deciding deciding;
    private final Budgets budgets;
    private final Instant now;
    private final CommonGates common;
    private final Facts facts;

    Offers(Deciding deciding, Budgets budgets) {
        this.inForce = deciding.programs.at(deciding.now);
        this.state = deciding.state;
        this.deciding = deciding;
        this.budgets = budgets.less(deciding.redeeming.draws()); // what lapsed just now is there again
        this.now = deciding.now;
        this.common = new CommonGates(deciding, REASONS);
        this.facts = facts();
    }

    List<Offer> all() {
        return program().rewards().stream().map(this::of).toList();
    }

    Offer of(Reward reward) {
        List<Gate> gates = new ArrayList<>();
        Permission.toMember(state)
                .ifPresent(refusal -> gates.add(new Gate(refusal.reason(), false, refusal.message(), Map.of())));
        common.add(reward.id(), reward.document().gates(), reward.condition(), facts, gates);
        supply(reward, gates);
        long missing = price(reward.document().price(), gates);
        open(gates);
        return new Offer(reward, inForce.number(), gates, missing);
    }

    private void supply(Reward reward, List<Gate> gates) {
        RewardPools pools = new RewardPools(program(), reward, now);
        pools.stock()
                .ifPresent(use -> gates.add(
                        stock(budgets.left(reward.document().supply().stock().orElseThrow(), use))));
        pools.codes().ifPresent(use -> gates.add(stock(budgets.left(0, use))));
        pools.budget().ifPresent(budget -> gates.add(budget(budget, pools)));
    }

    private static Gate stock(long left) {
        return new Gate(
                Reason.REWARD_OUT_OF_STOCK,
                left > 0,
                "There are " + left + " left.",
                Map.of("left", Long.toString(left)));
    }

    private Gate budget(BudgetDocument budget, RewardPools pools) {
        return new Gate(
                Reason.BUDGET_EXHAUSTED,
                budgets.left(budget, pools.use(budget)) >= pools.drawn(budget),
                "It draws on the budget '" + budget.id() + "'.",
                Map.of("budget", budget.id()));
    }

    private long price(@Nullable Price price, List<Gate> gates) {
        if (price == null) {
            return 0;
        }
        long usable = deciding.posting.usable(new UnitId(price.unit()), now);
        gates.add(RewardDecisions.enough(new UnitId(price.unit()), price.amount(), usable));
        return Math.max(0, price.amount() - usable);
    }

    private void open(List<Gate> gates) {
        Gate open = open(redemptions());
        if (!open.open()) {
            gates.add(open);
        }
    }

    /** Whether the member may have one more open. */
    static Gate open(Redemptions redemptions) {
        int open = redemptions.open().size();
        return new Gate(
                Reason.TOO_MANY_OPEN_REDEMPTIONS,
                open < Redemptions.OPEN_MAX,
                "The member has " + open + " open reservations and vouchers.",
                Map.of("open", Integer.toString(open), "limit", Integer.toString(Redemptions.OPEN_MAX)));
    }

    private Redemptions redemptions() {
        return deciding.redeeming.redemptions();
    }

    /** A reward is asked for now, and that is all that is known of the asking. */
    private Facts facts() {
        Activity asking = new Activity(
                new ActivityKey(Celebrations.SOURCE, "reward"),
                now,
                false,
                Place.UNKNOWN,
                Map.of(),
                new Custom("reward", ""));
        return new Facts(
                asking,
                program().zone(),
                state.traits(),
                state.tally().behaviour(),
                state.enrolledAt(),
                Progressing.of(
                        deciding.programs,
                        program(),
                        common.standing(),
                        state.tally().counts(),
                        now));
    }

    private Program program() {
        return inForce.program();
    }
}
