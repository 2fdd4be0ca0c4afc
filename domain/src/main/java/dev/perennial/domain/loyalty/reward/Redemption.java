package dev.perennial.domain.loyalty.reward;

import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.loyalty.checkout.Checkout;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reward that a member has asked for, or what is held for an order.
 *
 * @param number of the command by which it was asked for, within the member
 * @param reward the reward's id; empty for an order
 * @param programVersion the version under which it was asked for, which says what it is
 * @param holdsUntil when a reservation ends by itself; null when it never was one
 * @param price what it cost; null for nothing
 * @param shares the lots that the price is set aside or was spent of
 * @param granted the lots of units that it granted
 * @param voucher null when it has none, or none yet
 * @param checkout what else is held for an order; null for a reward
 * @param carried whether it was redeemed in another system: it took nothing of what is scarce here, and counts for no
 *     limit
 */
public record Redemption(
        long number,
        String reward,
        int programVersion,
        RedemptionState state,
        Instant askedAt,
        Instant changedAt,
        @Nullable Instant holdsUntil,
        @Nullable Price price,
        List<LotShare> shares,
        List<LotShare> granted,
        @Nullable Voucher voucher,
        @Nullable Checkout checkout,
        boolean carried) {

    public Redemption {
        shares = List.copyOf(shares);
        granted = List.copyOf(granted);
    }

    /** That was asked for here. */
    public Redemption(
            long number,
            String reward,
            int programVersion,
            RedemptionState state,
            Instant askedAt,
            Instant changedAt,
            @Nullable Instant holdsUntil,
            @Nullable Price price,
            List<LotShare> shares,
            List<LotShare> granted,
            @Nullable Voucher voucher,
            @Nullable Checkout checkout) {
        this(
                number,
                reward,
                programVersion,
                state,
                askedAt,
                changedAt,
                holdsUntil,
                price,
                shares,
                granted,
                voucher,
                checkout,
                false);
    }

    /** That was redeemed in another system for a voucher which can still be used. */
    public static Redemption carried(
            long number, String reward, int programVersion, Voucher voucher, Instant importedAt) {
        return new Redemption(
                number,
                reward,
                programVersion,
                RedemptionState.REDEEMED,
                importedAt,
                importedAt,
                null,
                null,
                List.of(),
                List.of(),
                voucher,
                null,
                true);
    }

    public Redemption become(RedemptionState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a redemption that is " + state + " does not become " + next);
        }
        return copy(next, at, shares, granted, voucher, checkout);
    }

    private Redemption copy(
            RedemptionState nowState,
            Instant since,
            List<LotShare> paidOf,
            List<LotShare> lots,
            @Nullable Voucher issued,
            @Nullable Checkout order) {
        return new Redemption(
                number,
                reward,
                programVersion,
                nowState,
                askedAt,
                since,
                holdsUntil,
                price,
                paidOf,
                lots,
                issued,
                order,
                carried);
    }

    /** With the lots that its price is set aside or was spent of. */
    public Redemption paidOf(List<LotShare> lots) {
        return copy(state, changedAt, lots, granted, voucher, checkout);
    }

    public Redemption with(Voucher issued) {
        return copy(state, changedAt, shares, granted, issued, checkout);
    }

    public Redemption granting(List<LotShare> lots) {
        return copy(state, changedAt, shares, lots, voucher, checkout);
    }

    /** The same, of a member whose commands and lots have other numbers, each so much higher. */
    public Redemption renumbered(long commands, int lots) {
        return new Redemption(
                number + commands,
                reward,
                programVersion,
                state,
                askedAt,
                changedAt,
                holdsUntil,
                price,
                renumbered(shares, lots),
                renumbered(granted, lots),
                voucher,
                checkout == null ? null : checkout.renumbered(commands),
                carried);
    }

    private static List<LotShare> renumbered(List<LotShare> shares, int lots) {
        return shares.stream()
                .map(share -> new LotShare(share.lot() + lots, share.amount()))
                .toList();
    }

    /** With its voucher in another state. */
    public Redemption voucher(VoucherState next, Instant at, String usedFor) {
        if (voucher == null) {
            throw new IllegalStateException("there is no voucher");
        }
        return with(voucher.become(next, at, usedFor));
    }

    /** With so many of the units gone back by refunds; only of an order. */
    public Redemption returning(long units) {
        return copy(state, changedAt, shares, granted, voucher, order().returning(units));
    }

    /** What else is held for the order that it is about. */
    public Checkout order() {
        if (checkout == null) {
            throw new IllegalStateException("it is about a reward");
        }
        return checkout;
    }

    /** Whether it is about the order, and not about a reward. */
    public boolean isFor(String orderId) {
        return checkout != null && checkout.orderId().equals(orderId);
    }

    /** The id under which what it moves is kept, as a rule's. */
    public String rule() {
        return checkout == null ? RewardDocument.ruleOf(reward) : Checkout.RULE;
    }

    /** The state of its voucher, which it has. */
    public VoucherState voucherState() {
        if (voucher == null) {
            throw new IllegalStateException("there is no voucher");
        }
        return voucher.state();
    }

    /** Whether anything can still happen to it by itself or at the till. */
    public boolean isOpen() {
        return state == RedemptionState.RESERVED
                || (state == RedemptionState.REDEEMED && voucher != null && voucher.isOpen());
    }

    /** When something happens to it by itself; null for never. */
    public @Nullable Instant dueAt() {
        if (state == RedemptionState.RESERVED) {
            return holdsUntil;
        }
        return isOpen() && voucher != null && voucher.isActive() ? voucher.expiresAt() : null;
    }
}
