package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.NetOrder;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.ledger.LotShare;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.ledger.Spending;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.loyalty.checkout.Checkout;
import dev.perennial.domain.loyalty.checkout.Prices;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.program.UnitPaymentDocument;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.shared.Webster;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a fact about an order does to what was held for it: the order itself confirms it, its refunds give it back. Units
 * go back in proportion to what is left of the goods that they may pay for, rounded once for the set of all refunds, to
 * the lots that they were spent of in proportion to what each gave; so every order and split of refunds ends the same.
 * Vouchers come back when nothing is left of the order.
 */
final class OrderPayment {

    private final Deciding deciding;
    private final List<Redemption> past;
    private final Step order;
    private final Purchase told;

    /**
     * @param past what was held for the order and is not any more
     * @param order which is worth what its refunds leave of it
     */
    OrderPayment(Deciding deciding, List<Redemption> past, Step order, Purchase told) {
        this.deciding = deciding;
        this.past = past;
        this.order = order;
        this.told = told;
    }

    /** The order was told: whatever is held for it is spent. */
    Optional<Note> confirm() {
        Optional<Redemption> reserved = deciding.redeeming.reservedFor(told.orderId());
        if (reserved.isEmpty()) {
            return told.paidWithUnits() > 0 && !order.fact().activity().historical()
                    ? Optional.of(Note.UNITS_NOT_HELD)
                    : Optional.empty();
        }
        Redemption held = reserved.get();
        spending(held).redeemHeld(held.shares());
        Redemption redeemed = held.become(RedemptionState.REDEEMED, deciding.now);
        deciding.redeeming.become(held, redeemed);
        for (long number : held.order().vouchers()) {
            Redemption voucher = Objects.requireNonNull(
                    deciding.redeeming.redemptions().open().get(number), "what is held is open");
            deciding.redeeming.voucher(voucher, VoucherState.USED, deciding.now, told.orderId());
        }
        giveBack(redeemed);
        return held.order().unitsValue() == told.paidWithUnits() ? Optional.empty() : Optional.of(Note.PAYMENT_DIFFERS);
    }

    /** Money or goods went back. */
    void refund() {
        past.stream()
                .filter(one -> one.isFor(told.orderId()) && one.state() == RedemptionState.REDEEMED)
                .findFirst()
                .ifPresent(this::giveBack);
    }

    private void giveBack(Redemption redeemed) {
        Checkout checkout = redeemed.order();
        long returned = returned(redeemed);
        Redemption after = redeemed;
        if (returned > checkout.returned()) {
            spending(redeemed).giveBack(shares(redeemed, checkout.returned(), returned), grace());
            after = redeemed.returning(returned);
        }
        boolean nothingLeft = order.worth().isNothing();
        if (nothingLeft && returned == units(redeemed)) {
            deciding.redeeming.become(redeemed, after.become(RedemptionState.REVERSED, deciding.now));
        } else if (!after.equals(redeemed)) {
            deciding.redeeming.returned(after, deciding.now);
        }
        if (nothingLeft) {
            checkout.vouchers().forEach(this::giveBackVoucher);
        }
    }

    private void giveBackVoucher(long number) {
        deciding.redeeming.changed().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .or(() -> past.stream().filter(one -> one.number() == number).findFirst())
                .filter(one -> one.voucherState() == VoucherState.USED)
                .ifPresent(used -> deciding.redeeming.release(used, deciding.now));
    }

    private static long units(Redemption redeemed) {
        Price price = redeemed.price();
        return price == null ? 0 : price.amount();
    }

    /**
     * How many of the units have gone back once all refunds that are known of are made: in proportion to what is left of
     * what they may pay for. Items come off first, then the money in proportion to everything that is left.
     */
    private long returned(Redemption redeemed) {
        boolean withShipping = paysForShipping(redeemed);
        NetOrder net = NetOrder.of(told, refunds());
        BigInteger paidFor = BigInteger.valueOf(Prices.payable(told, withShipping));
        BigInteger total = BigInteger.valueOf(net.afterItems().total());
        BigInteger whole = paidFor.multiply(total);
        if (whole.signum() == 0) { // nothing of what they paid for is left, or there never was any
            return units(redeemed);
        }
        BigInteger kept = BigInteger.valueOf(units(redeemed))
                .multiply(BigInteger.valueOf(Prices.payable(net.afterItems(), withShipping)))
                .multiply(total.subtract(BigInteger.valueOf(net.paidBack())));
        return units(redeemed) - Rounding.HALF_EVEN.divide(kept, whole);
    }

    private List<Refund> refunds() {
        return order.about().stream()
                .map(Activity::detail)
                .filter(Refund.class::isInstance)
                .map(Refund.class::cast)
                .toList();
    }

    /** By the version under which they were held. */
    private boolean paysForShipping(Redemption redeemed) {
        Price price = redeemed.price();
        return price != null
                && deciding.programs
                        .numbered(redeemed.programVersion())
                        .program()
                        .checkout()
                        .payment(price.unit())
                        .filter(UnitPaymentDocument::withShipping)
                        .isPresent();
    }

    private static List<LotShare> shares(Redemption redeemed, long before, long after) {
        long[] shares = redeemed.shares().stream().mapToLong(LotShare::amount).toArray();
        long[] was = Webster.split(before, shares);
        long[] is = Webster.split(after, shares);
        List<LotShare> back = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (is[i] > was[i]) {
                back.add(new LotShare(redeemed.shares().get(i).lot(), is[i] - was[i]));
            }
        }
        return back;
    }

    private Spending spending(Redemption held) {
        Occasion occasion = deciding.redeeming.occasion(held, deciding.now);
        return new Spending(deciding.posting, occasion);
    }

    private Duration grace() {
        return Duration.ofDays(deciding.programs
                .at(deciding.now)
                .program()
                .document()
                .spending()
                .returnGraceDays());
    }
}
