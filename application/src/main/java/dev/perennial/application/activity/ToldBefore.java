package dev.perennial.application.activity;

import dev.perennial.application.storage.GuestOrders.Told;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.guest.GuestFact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a member has already of orders that were told of a guest: what its rows would refuse has to be known before. */
final class ToldBefore {

    private final Map<String, Purchase> purchases = new HashMap<>();
    private final Map<String, List<Activity>> about = new HashMap<>();

    private ToldBefore() {}

    static ToldBefore of(Collection<String> orders, Function<HistoryNeed, History> past) {
        ToldBefore before = new ToldBefore();
        for (String order : orders) {
            History history = past.apply(new HistoryNeed.OfOrder(order));
            history.facts().stream()
                    .map(fact -> fact.activity().detail())
                    .filter(detail -> detail instanceof Purchase purchase
                            && purchase.orderId().equals(order))
                    .findAny()
                    .ifPresent(purchase -> {
                        before.purchases.put(order, (Purchase) purchase);
                        before.about.put(order, history.about());
                    });
        }
        return before;
    }

    boolean has(String order) {
        return purchases.containsKey(order);
    }

    /** Whether it is another order, with other goods, that only has the same number. */
    boolean contradicts(Told told) {
        Purchase own = purchases.get(told.fact().orderId());
        return own != null
                && told.fact().activity().detail() instanceof Purchase guests
                && !(own.currency().equals(guests.currency()) && own.lines().equals(guests.lines()));
    }

    /** Whether the member's order has the same: the purchase, or a refund of the same moment with the same content. */
    boolean has(GuestFact fact) {
        return has(fact.orderId())
                && (fact.isPurchase()
                        || about.getOrDefault(fact.orderId(), List.of()).stream()
                                .anyMatch(known -> known.occurredAt()
                                                .equals(fact.activity().occurredAt())
                                        && known.detail().equals(fact.activity().detail())));
    }
}
