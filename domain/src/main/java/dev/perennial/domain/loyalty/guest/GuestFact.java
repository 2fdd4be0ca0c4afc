package dev.perennial.domain.loyalty.guest;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import java.util.Comparator;

/** A purchase or a refund of somebody who is no member yet. */
public record GuestFact(Activity activity) {

    /** By their moments; facts of one moment by their keys, as everywhere. */
    public static final Comparator<GuestFact> IN_ORDER_OF_TIME =
            Comparator.comparing(fact -> fact.activity().position());

    public GuestFact {
        if (!(activity.detail() instanceof Purchase) && !(activity.detail() instanceof Refund)) {
            throw new IllegalArgumentException("guests buy and give back; nothing else is told of them");
        }
    }

    public boolean isPurchase() {
        return activity.detail() instanceof Purchase;
    }

    public String orderId() {
        return activity.detail() instanceof Purchase purchase
                ? purchase.orderId()
                : activity.detail().aboutOrder();
    }
}
