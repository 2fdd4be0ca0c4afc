package dev.perennial.domain.loyalty.checkout;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.shared.LargestRemainder;
import dev.perennial.domain.shared.Rounding;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the lines of a basket and its shipping cost while things are taken off. Exact: what is taken off several lines is
 * split among them by largest remainder. Gift cards keep their price, whoever buys them.
 */
public final class Prices {

    private final Purchase order;
    private final Place place;

    /** What each line costs now, and behind them the shipping. */
    private final long[] left;

    /** How many pieces of each line are not free yet. */
    private final long[] pieces;

    private Prices(Purchase order, Place place, long[] left, long[] pieces) {
        this.order = order;
        this.place = place;
        this.left = left;
        this.pieces = pieces;
    }

    /** @param basket the purchase that it would become, before anything is taken off */
    public static Prices of(Activity basket) {
        if (!(basket.detail() instanceof Purchase order)) {
            throw new IllegalArgumentException("a basket becomes a purchase");
        }
        LongStream amounts = order.lines().stream().mapToLong(OrderLine::amount);
        long[] pieces = order.lines().stream().mapToLong(OrderLine::quantity).toArray();
        return new Prices(
                order,
                basket.place(),
                LongStream.concat(amounts, LongStream.of(order.shipping())).toArray(),
                pieces);
    }

    public Prices copy() {
        return new Prices(order, place, left.clone(), pieces.clone());
    }

    /** What each line costs now. */
    public List<Long> lines() {
        return Arrays.stream(left).limit(pieces.length).boxed().toList();
    }

    public long shipping() {
        return left[pieces.length];
    }

    /** What everything costs now. */
    public long total() {
        return Math.addExact(sum(line -> true), shipping());
    }

    /** What was taken off so far. */
    public long reduced() {
        return order.total() - total();
    }

    /** What units may pay for: no gift cards, and shipping only if that is said. */
    public long payable(boolean withShipping) {
        return Math.addExact(sum(line -> !order.lines().get(line).giftCard()), withShipping ? shipping() : 0);
    }

    /** The same of an order that was told. */
    public static long payable(Purchase order, boolean withShipping) {
        return order.lines().stream()
                .filter(line -> !line.giftCard())
                .mapToLong(OrderLine::amount)
                .reduce(withShipping ? order.shipping() : 0, Math::addExact);
    }

    /**
     * Takes something off.
     *
     * @param goods what it is taken off; none means everything
     * @param ofOriginal whether a share is one of what lines cost before anything was taken off, and not of what they
     *     cost now
     * @return what was taken off; 0 when the basket has nothing of the kind
     */
    public long take(VoucherWorth worth, Goods goods, boolean ofOriginal) {
        IntPredicate among = line -> isAmong(line, goods);
        return switch (worth) {
            case VoucherWorth.AmountOff(long amount) ->
                spread(Math.min(amount, sum(among)), weights(among, line -> left[line]));
            case VoucherWorth.PercentOff(int percent, long most) -> percentOff(percent, most, among, ofOriginal);
            case VoucherWorth.FreeProduct(String sku) -> piece(sku);
            case VoucherWorth.FreeShipping() -> shippingOff();
            case VoucherWorth.Access() -> 0;
        };
    }

    private long percentOff(int percent, long most, IntPredicate among, boolean ofOriginal) {
        long[] weights =
                weights(among, line -> ofOriginal ? order.lines().get(line).amount() : left[line]);
        long share = Rounding.HALF_EVEN.scale(Arrays.stream(weights).reduce(0, Math::addExact), percent, 100);
        return spread(most == 0 ? share : Math.min(share, most), weights);
    }

    /** Nothing costs less than nothing: what does not fit a line any more is not taken off. */
    private long spread(long amount, long[] weights) {
        long[] parts = LargestRemainder.split(amount, weights);
        long taken = 0;
        for (int line = 0; line < pieces.length; line++) {
            long part = Math.min(parts[line], left[line]);
            left[line] -= part;
            taken += part;
        }
        return taken;
    }

    /** One piece of the first line that still costs something, at what its pieces cost now. */
    private long piece(String sku) {
        for (int line = 0; line < pieces.length; line++) {
            OrderLine ordered = order.lines().get(line);
            if (ordered.sku().equals(sku) && left[line] > 0 && pieces[line] > 0 && !ordered.giftCard()) {
                long part = Rounding.HALF_EVEN.scale(left[line], 1, pieces[line]);
                left[line] -= part;
                pieces[line]--;
                return part;
            }
        }
        return 0;
    }

    private long shippingOff() {
        long taken = shipping();
        left[pieces.length] = 0;
        return taken;
    }

    private boolean isAmong(int line, Goods goods) {
        OrderLine ordered = order.lines().get(line);
        return !ordered.giftCard() && (goods.isEmpty() || goods.include(ordered, place));
    }

    private long sum(IntPredicate among) {
        return IntStream.range(0, pieces.length)
                .filter(among)
                .mapToLong(line -> left[line])
                .reduce(0, Math::addExact);
    }

    private long[] weights(IntPredicate among, IntToLongFunction weight) {
        return IntStream.range(0, pieces.length)
                .mapToLong(line -> among.test(line) ? weight.applyAsLong(line) : 0)
                .toArray();
    }
}
