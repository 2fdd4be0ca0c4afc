package dev.perennial.domain.activity;

import dev.perennial.domain.shared.LargestRemainder;
import dev.perennial.domain.shared.Rounding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What an order is worth after its refunds: a function of the order and the <em>set</em> of its refunds, so that any
 * order and split of refunds that gives back the same ends the same. Returned items are taken off first; the sum of the
 * amounts is then spread over what is left of lines and shipping by largest remainder.
 *
 * @param purchase the order with what was given back taken off
 * @param afterItems the order with what came back as items taken off
 * @param paidBack the money that was paid back beyond the items, at most what was left
 * @param fullyRefunded nothing is left of the goods or of the money: the order does not count as a purchase
 * @param overRefunded more was given back than there was; the excess is clamped
 */
public record NetOrder(
        Purchase purchase, Purchase afterItems, long paidBack, boolean fullyRefunded, boolean overRefunded) {

    public static NetOrder of(Purchase order, Collection<Refund> refunds) {
        if (refunds.isEmpty()) {
            return new NetOrder(order, order, 0, false, false);
        }
        long[] returned = new long[order.lines().size()];
        boolean over = addReturns(returned, refunds);
        List<OrderLine> kept = new ArrayList<>();
        for (int i = 0; i < returned.length; i++) {
            OrderLine line = order.lines().get(i);
            over |= returned[i] > line.quantity();
            kept.add(line.withoutItems(Math.min(returned[i], line.quantity())));
        }
        Purchase afterItems = with(order, kept, order.shipping());
        long paidBack = refunds.stream().mapToLong(Refund::amount).reduce(0, NetOrder::addSaturated);
        long clamped = Math.min(paidBack, afterItems.total());
        Purchase net = withoutAmount(afterItems, clamped);
        boolean nothingLeft = net.quantity() == 0 || (order.total() > 0 && net.total() == 0);
        boolean tooMuch = over || paidBack > clamped;
        return new NetOrder(paidInProportion(net, order), afterItems, clamped, nothingLeft, tooMuch);
    }

    /** Adds up the items by line; says whether a refund names a line that the order does not have. */
    private static boolean addReturns(long[] returned, Collection<Refund> refunds) {
        boolean unknownLine = false;
        for (Refund refund : refunds) {
            for (Refund.ReturnedLine line : refund.lines()) {
                if (line.lineNumber() < 1 || line.lineNumber() > returned.length) {
                    unknownLine = true;
                } else {
                    int index = line.lineNumber() - 1;
                    returned[index] = addSaturated(returned[index], line.quantity());
                }
            }
        }
        return unknownLine;
    }

    private static Purchase withoutAmount(Purchase order, long paidBack) {
        if (paidBack == 0) {
            return order;
        }
        int lines = order.lines().size();
        long[] weights = new long[lines + 1];
        for (int i = 0; i < lines; i++) {
            weights[i] = order.lines().get(i).amount();
        }
        weights[lines] = order.shipping();
        long[] shares = LargestRemainder.split(paidBack, weights);
        List<OrderLine> kept = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            kept.add(order.lines().get(i).withoutAmount(shares[i]));
        }
        return with(order, kept, order.shipping() - shares[lines]);
    }

    private static Purchase with(Purchase order, List<OrderLine> lines, long shipping) {
        return new Purchase(
                order.orderId(),
                order.currency(),
                lines,
                shipping,
                order.paidWithGiftCards(),
                order.paidWithUnits(),
                order.exchangeRate());
    }

    /** Whatever the order was paid with goes back in proportion to what is left of it, rounded once. */
    private static Purchase paidInProportion(Purchase net, Purchase order) {
        if (order.paidWithGiftCards() == 0 && order.paidWithUnits() == 0) {
            return net;
        }
        return new Purchase(
                net.orderId(),
                net.currency(),
                net.lines(),
                net.shipping(),
                Rounding.HALF_EVEN.scale(order.paidWithGiftCards(), net.total(), order.total()),
                Rounding.HALF_EVEN.scale(order.paidWithUnits(), net.total(), order.total()),
                net.exchangeRate());
    }

    private static long addSaturated(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
