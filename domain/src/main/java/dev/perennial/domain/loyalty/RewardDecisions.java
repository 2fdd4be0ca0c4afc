package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decisions about rewards: what is offered, and what becomes of what was asked for. */
public final class RewardDecisions {

    private RewardDecisions() {}

    /**
     * A redemption as a decision left it.
     *
     * @param reward as it was when it was asked for
     */
    public record Redeemed(Decision decision, Redemption redemption, RewardDocument reward) {}

    /** What is scarce that the program's rewards draw on, besides what is due by the moment. */
    public static Set<BudgetUse> poolsNeeded(ProgramHistory programs, MemberState state, Instant now) {
        Set<BudgetUse> uses = new HashSet<>(Loyalty.budgetsNeeded(programs, state, null, now));
        programs.at(state.effective(now))
                .program()
                .rewards()
                .forEach(reward -> uses.addAll(pools(programs, state, reward, now)));
        return uses;
    }

    /** The same for one reward; one that the program does not have draws on nothing. */
    public static Set<BudgetUse> poolsNeeded(ProgramHistory programs, MemberState state, String reward, Instant now) {
        Set<BudgetUse> uses = new HashSet<>(Loyalty.budgetsNeeded(programs, state, null, now));
        find(programs, state, reward, now).ifPresent(found -> uses.addAll(pools(programs, state, found, now)));
        return uses;
    }

    /** The list of imported codes of which redeeming the reward at once hands out one; empty for none. */
    public static Optional<String> codeListNeeded(
            ProgramHistory programs, MemberState state, String reward, Instant now) {
        return find(programs, state, reward, now).flatMap(RewardDecisions::codeList);
    }

    static Optional<String> codeList(Reward reward) {
        return reward.document().content() instanceof RewardContent.Voucher voucher
                        && voucher.codes() instanceof CodeSource.Imported(String list)
                ? Optional.of(list)
                : Optional.empty();
    }

    private static Set<BudgetUse> pools(ProgramHistory programs, MemberState state, Reward reward, Instant now) {
        Instant at = state.effective(now);
        return new RewardPools(programs.at(at).program(), reward, at).takes().keySet();
    }

    /** The rewards of the program in force as the member sees them, in its order. */
    public static List<Offer> offers(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        return new Offers(Deciding.on(programs, advance.state(), now), advance.left()).all();
    }

    /** One of them: why the member can, or cannot, have it. */
    public static Result<Offer> offer(
            ProgramHistory programs, MemberState state, String reward, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        return find(programs, state, reward, now)
                .map(found ->
                        Result.ok(new Offers(Deciding.on(programs, advance.state(), now), advance.left()).of(found)))
                .orElseGet(() -> Result.refused(unknown()));
    }

    /**
     * Sets everything aside that a reward takes.
     *
     * @return refused with {@link Reason#REWARD_NOT_FOUND} or the reason of the first closed gate
     */
    public static Result<Redeemed> reserve(
            ProgramHistory programs, MemberState state, String reward, Budgets budgets, Instant now) {
        return Loyalty.withinRange(
                () -> begin(programs, state, reward, budgets, now).then(asking -> Result.ok(asking.reserved())));
    }

    /** Redeems a reward at once; refused as {@link #reserve} is. */
    public static Result<Redeemed> redeem(
            ProgramHistory programs, MemberState state, String reward, CodeSupply codes, Budgets budgets, Instant now) {
        return Loyalty.withinRange(
                () -> begin(programs, state, reward, budgets, now).then(asking -> asking.redeemed(codes)));
    }

    private static Result<AskingForReward> begin(
            ProgramHistory programs, MemberState state, String reward, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        Optional<Reward> found = find(programs, state, reward, now);
        if (found.isEmpty()) {
            return Result.refused(unknown());
        }
        Deciding deciding = Deciding.on(programs, advance.state(), now);
        Offer offer = new Offers(deciding, advance.left()).of(found.get());
        return offer.firstClosed()
                .<Result<AskingForReward>>map(gate -> Result.refused(gate.refusal()))
                .orElseGet(() -> Result.ok(new AskingForReward(advance, deciding, offer)));
    }

    private static Optional<Reward> find(ProgramHistory programs, MemberState state, String reward, Instant now) {
        return programs.at(state.effective(now)).program().reward(reward);
    }

    private static Refusal unknown() {
        return Refusal.of(Reason.REWARD_NOT_FOUND, "The program has no such reward.");
    }

    /** Whether there are enough units. */
    static Gate enough(UnitId unit, long needed, long usable) {
        return new Gate(
                Reason.INSUFFICIENT_UNITS,
                usable >= needed,
                "It takes " + needed + " " + unit.value() + "; the member has " + usable + ".",
                Map.of(
                        "unit", unit.value(),
                        "needed", Long.toString(needed),
                        "available", Long.toString(usable)));
    }
}
