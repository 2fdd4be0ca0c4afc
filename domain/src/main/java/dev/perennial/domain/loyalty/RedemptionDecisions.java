package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The decisions about one reward that a member has asked for before. */
public final class RedemptionDecisions {

    private final ProgramHistory programs;
    private final MemberState state;
    private final History history;
    private final Budgets budgets;
    private final Instant now;

    /** @param history of the redemption: its lots, and itself if it is not open any more */
    public RedemptionDecisions(
            ProgramHistory programs, MemberState state, History history, Budgets budgets, Instant now) {
        this.programs = programs;
        this.state = state;
        this.history = history;
        this.budgets = budgets;
        this.now = now;
    }

    /** What is scarce that the redemption took, besides what is due by the moment. */
    public static Set<BudgetUse> poolsNeeded(
            ProgramHistory programs, MemberState state, Redemption redemption, Instant now) {
        Set<BudgetUse> uses = new HashSet<>(Loyalty.budgetsNeeded(programs, state, null, now));
        uses.addAll(taken(programs, redemption));
        return uses;
    }

    /** The list of imported codes of which redeeming what is reserved hands out one; empty for none. */
    public static Optional<String> codeListNeeded(ProgramHistory programs, Redemption reserved) {
        return programs.numbered(reserved.programVersion())
                .program()
                .reward(reserved.reward())
                .flatMap(RewardDecisions::codeList);
    }

    static Set<BudgetUse> taken(ProgramHistory programs, Redemption redemption) {
        var program = programs.numbered(redemption.programVersion()).program();
        return program.reward(redemption.reward())
                .map(reward -> new RewardPools(program, reward, redemption.askedAt())
                        .takes()
                        .keySet())
                .orElse(Set.of());
    }

    /**
     * Redeems what is reserved.
     *
     * @return refused with {@link Reason#REDEMPTION_NOT_FOUND}, {@link Reason#REDEMPTION_STATE}, {@link
     *     Reason#MEMBER_SUSPENDED} or {@link Reason#MEMBER_CLOSED}
     */
    public Result<Redeemed> redeem(long number, CodeSupply codes) {
        return on(number, RedemptionState.RESERVED, Permission::toMember, (deciding, reserved) -> {
            spending(deciding, reserved).redeemHeld(reserved.shares());
            Redemption redeemed = reserved.become(RedemptionState.REDEEMED, deciding.now);
            deciding.redeeming.become(reserved, redeemed);
            return new HandingOut(deciding, codes).of(redeemed);
        });
    }

    /** Gives up what is reserved; refused as {@link #redeem} is. */
    public Result<Redeemed> cancel(long number) {
        return on(number, RedemptionState.RESERVED, Permission::toOperator, (deciding, reserved) -> {
            Redemption cancelled = deciding.redeeming.cancel(reserved, deciding.now);
            settle(deciding, reserved);
            return Result.ok(cancelled);
        });
    }

    /**
     * Takes back what was handed out and gives back what it cost: units return to their lots, and those that have run
     * out meanwhile are good for the program's time of grace.
     *
     * @return refused with {@link Reason#REDEMPTION_NOT_FOUND}, {@link Reason#REDEMPTION_STATE}, or {@link
     *     Reason#VOUCHER_STATE} when its voucher was used or is held for an order
     */
    public Result<Redeemed> reverse(long number) {
        return on(number, RedemptionState.REDEEMED, Permission::toOperator, (deciding, redeemed) -> {
            Voucher voucher = redeemed.voucher();
            if (voucher != null && (voucher.state() == VoucherState.USED || voucher.state() == VoucherState.HELD)) {
                return Result.refused(voucherState(voucher));
            }
            takeBack(deciding, redeemed);
            spending(deciding, redeemed).giveBack(redeemed.shares(), grace(deciding.now));
            Redemption reversed = voided(deciding, redeemed).become(RedemptionState.REVERSED, deciding.now);
            deciding.redeeming.become(redeemed, reversed);
            settle(deciding, redeemed);
            return Result.ok(reversed);
        });
    }

    /**
     * Uses a voucher.
     *
     * @param usedFor what for, such as the id of an order; empty when nobody says
     * @return refused with {@link Reason#VOUCHER_NOT_FOUND} or {@link Reason#VOUCHER_STATE}
     */
    public Result<Redeemed> useVoucher(long number, String usedFor) {
        return on(number, RedemptionState.REDEEMED, Permission::toMember, (deciding, redeemed) -> {
            Voucher voucher = redeemed.voucher();
            if (voucher == null || !voucher.isActive()) {
                return Result.refused(
                        voucher == null
                                ? Refusal.of(Reason.VOUCHER_NOT_FOUND, "There is no such voucher.")
                                : voucherState(voucher));
            }
            return Result.ok(deciding.redeeming.voucher(redeemed, VoucherState.USED, deciding.now, usedFor));
        });
    }

    private Result<Redeemed> on(
            long number,
            RedemptionState expected,
            Function<MemberState, Optional<Refusal>> permission,
            BiFunction<Deciding, Redemption, Result<Redemption>> change) {
        return Loyalty.withinRange(() -> {
            Advance advance = Advance.of(programs, state, budgets, now);
            Optional<Refusal> forbidden = permission.apply(advance.state());
            if (forbidden.isPresent()) {
                return Result.refused(forbidden.get());
            }
            Deciding deciding = Deciding.on(programs, advance.state(), advance.onto(history), now);
            Optional<Redemption> found = find(advance, deciding, number);
            if (found.isEmpty()) {
                return Result.refused(Refusal.of(Reason.REDEMPTION_NOT_FOUND, "There is no such redemption."));
            }
            if (found.get().state() != expected) {
                return Result.refused(state(found.get()));
            }
            long command = state.lastCommand() + 1;
            return change.apply(deciding, found.get())
                    .map(after -> new Redeemed(
                            advance.then(deciding.done(command)),
                            after,
                            deciding.redeeming.reward(after).document()));
        });
    }

    private static Redemption voided(Deciding deciding, Redemption redeemed) {
        Voucher voucher = redeemed.voucher();
        return voucher != null && voucher.isActive()
                ? deciding.redeeming.voucher(redeemed, VoucherState.VOID, deciding.now, "")
                : redeemed;
    }

    /** As it is now: its time may just have been over. */
    private Optional<Redemption> find(Advance advance, Deciding deciding, long number) {
        return Optional.ofNullable(deciding.redeeming.redemptions().open().get(number))
                .or(() -> deciding.redeeming.changed().stream()
                        .filter(changed -> changed.number() == number)
                        .findFirst())
                .or(() -> advance.redemption(number))
                .or(() -> history.redemption(number))
                .filter(one -> one.checkout() == null);
    }

    private static void takeBack(Deciding deciding, Redemption redeemed) {
        if (deciding.redeeming.reward(redeemed).document().content() instanceof RewardContent.Units units) {
            deciding.posting.clawBack(
                    new UnitId(units.unit()),
                    units.amount(),
                    redeemed.granted().stream().map(LotShare::lot).collect(Collectors.toSet()),
                    deciding.cards,
                    deciding.redeeming.occasion(redeemed, deciding.now));
        }
    }

    private Duration grace(Instant at) {
        return Duration.ofDays(programs.at(at).program().document().spending().returnGraceDays());
    }

    private static void settle(Deciding deciding, Redemption redemption) {
        deciding.settle(
                deciding.redeeming.occasion(redemption, deciding.now).cause(),
                deciding.state.tally().qualified());
    }

    private static Spending spending(Deciding deciding, Redemption redemption) {
        Occasion occasion = deciding.redeeming.occasion(redemption, deciding.now);
        return new Spending(deciding.posting, occasion);
    }

    private static Refusal state(Redemption redemption) {
        return Refusal.of(
                Reason.REDEMPTION_STATE,
                "The redemption is " + redemption.state() + " since " + redemption.changedAt() + ".",
                Map.of(
                        "state", redemption.state().name(),
                        "since", redemption.changedAt().toString()));
    }

    private static Refusal voucherState(Voucher voucher) {
        return Refusal.of(
                Reason.VOUCHER_STATE,
                "The voucher is " + voucher.state() + " since " + voucher.changedAt() + ".",
                Map.of(
                        "state",
                        voucher.state().name(),
                        "since",
                        voucher.changedAt().toString()));
    }
}
