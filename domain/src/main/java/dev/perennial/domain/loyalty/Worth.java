package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.NetOrder;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import java.util.List;

/**
 * What a fact is worth, given what else was told about its order.
 *
 * @param activity the fact, an order net of its refunds
 * @param counts whether it counts as a purchase
 * @param overRefunded more was given back than there was
 */
record Worth(Activity activity, boolean counts, boolean overRefunded) {

    /** @param about in any order */
    static Worth of(Activity activity, List<Activity> about) {
        if (!(activity.detail() instanceof Purchase order)) {
            return new Worth(activity, false, false);
        }
        List<Refund> refunds = about.stream()
                .map(Activity::detail)
                .filter(Refund.class::isInstance)
                .map(Refund.class::cast)
                .toList();
        NetOrder net = NetOrder.of(order, refunds);
        return new Worth(activity.withDetail(net.purchase()), !net.fullyRefunded(), net.overRefunded());
    }

    /** Whether the fact is an order of which nothing is left: it is as if it had never been. */
    boolean isNothing() {
        return activity.detail() instanceof Purchase && !counts;
    }
}
