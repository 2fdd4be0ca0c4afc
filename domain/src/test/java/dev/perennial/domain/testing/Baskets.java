package dev.perennial.domain.testing;

import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.testing.Activities.APurchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Baskets: {@code aBasket("o1").of("tea", 2, 900).showing("CODE-1").paying(100).at(day(1))}. */
public final class Baskets {

    private Baskets() {}

    public static ABasket aBasket(String orderId) {
        return new ABasket(orderId, List.of(), 0, List.of(), null);
    }

    /** A basket in the making. */
    public record ABasket(
            String orderId,
            List<OrderLine> lines,
            long shipping,
            List<String> codes,
            @Nullable Price payment) {

        /** One more line: so many pieces that cost so much together. */
        public ABasket of(String sku, long quantity, long amount) {
            return and(new OrderLine(sku, "", "drinks", quantity, amount, 0, 0, 0));
        }

        /** One more line: a gift card. */
        public ABasket ofGiftCard(long amount) {
            return and(new OrderLine("card", "", "cards", "", true, 1, amount, 0, 0, 0));
        }

        private ABasket and(OrderLine line) {
            List<OrderLine> more = new ArrayList<>(lines);
            more.add(line);
            return new ABasket(orderId, more, shipping, codes, payment);
        }

        public ABasket shippedFor(long amount) {
            return new ABasket(orderId, lines, amount, codes, payment);
        }

        public ABasket showing(String... shown) {
            return new ABasket(orderId, lines, shipping, Arrays.asList(shown), payment);
        }

        public ABasket paying(long points) {
            return paying("points", points);
        }

        public ABasket paying(String unit, long amount) {
            return new ABasket(orderId, lines, shipping, codes, new Price(unit, amount));
        }

        public Basket at(Instant now) {
            APurchase order = new APurchase(orderId, orderId, Activities.EUR, lines, shipping, false);
            return new Basket(order.on(now), codes, payment);
        }

        /** The order that it becomes, of one line at what was agreed. */
        public Purchase orderedFor(long total, long paidWithUnits) {
            OrderLine line = new OrderLine("all", "", "", 1, total, 0, 0, 0);
            return new Purchase(orderId, Activities.EUR, List.of(line), 0, 0, paidWithUnits, null);
        }
    }
}
