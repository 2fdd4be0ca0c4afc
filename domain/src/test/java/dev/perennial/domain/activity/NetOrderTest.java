package dev.perennial.domain.activity;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.testing.Activities;
import dev.perennial.domain.testing.Activities.APurchase;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NetOrderTest {

    private final Purchase order = aPurchase("o1")
            .with(2, euros(40))
            .of(euros(20))
            .shippedFor(euros(6))
            .order();

    @Test
    void itemsComeOffFirstAndMoneyIsSpreadOverTheRest() {
        NetOrder net = NetOrder.of(
                order,
                List.of(
                        aRefundOf("o1").of(euros(23)).refund(),
                        aRefundOf("o1").items(1, 1).refund()));
        // One of two items leaves 20 + 20 + 6 of shipping; 23 of 46 is half of each.
        assertThat(net.purchase().lines()).extracting(OrderLine::amount).containsExactly(euros(10), euros(10));
        assertThat(net.purchase().lines()).extracting(OrderLine::quantity).containsExactly(1L, 1L);
        assertThat(net.purchase().shipping()).isEqualTo(euros(3));
        assertThat(net.fullyRefunded()).isFalse();
        assertThat(net.overRefunded()).isFalse();
    }

    @Test
    void everySumOfALineShrinksWithItsItemsAndRepaidMoneyLeavesTheGoods() {
        Purchase goods = new Purchase(
                "o1", Activities.EUR, List.of(new OrderLine("sku", "Mug", "home", 4, 4000, 800, 400, 1200)), 0);
        Refund oneItem = aRefundOf("o1").items(1, 1).refund();
        Refund aThird = aRefundOf("o1").of(1000).refund();
        assertThat(NetOrder.of(goods, List.of(oneItem)).purchase().lines())
                .containsExactly(new OrderLine("sku", "Mug", "home", 3, 3000, 600, 300, 900));
        assertThat(NetOrder.of(goods, List.of(oneItem, aThird)).purchase().lines())
                .containsExactly(new OrderLine("sku", "Mug", "home", 3, 2000, 400, 300, 900));
    }

    @Test
    void whatExceedsTheOrderIsClampedAndFlagged() {
        for (Refund tooMuch : List.of(
                aRefundOf("o1").of(order.total() + 1).refund(),
                aRefundOf("o1").of(Long.MAX_VALUE).refund(),
                aRefundOf("o1")
                        .items(1, Long.MAX_VALUE)
                        .items(2, 1)
                        .of(euros(6))
                        .refund())) {
            NetOrder net = NetOrder.of(order, List.of(tooMuch, tooMuch));
            assertThat(net.purchase().total()).isZero();
            assertThat(net.fullyRefunded()).isTrue();
            assertThat(net.overRefunded()).isTrue();
        }
    }

    @Test
    void aLineThatTheOrderDoesNotHaveIsFlaggedAndChangesNothing() {
        for (int line : new int[] {-1, 0, 3}) {
            NetOrder net =
                    NetOrder.of(order, List.of(aRefundOf("o1").items(line, 1).refund()));
            assertThat(net).isEqualTo(new NetOrder(order, order, 0, false, true));
        }
    }

    @Test
    void freeGoodsCountUntilTheyAreReturned() {
        Purchase free = aPurchase("o1").with(2, 0).order();
        assertThat(NetOrder.of(free, List.of(aRefundOf("o1").of(0).refund())).fullyRefunded())
                .isFalse();
        assertThat(NetOrder.of(free, List.of(aRefundOf("o1").items(1, 1).refund()))
                        .fullyRefunded())
                .isFalse();
        assertThat(NetOrder.of(free, List.of(aRefundOf("o1").items(1, 2).refund()))
                        .fullyRefunded())
                .isTrue();
    }

    @Test
    void anyOrderAndSplitOfRefundsEndsTheSame() {
        Seeds.each(12_000, random -> {
            APurchase made = anOrder(random);
            List<Refund> refunds = new ArrayList<>();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                refunds.add(Story.randomRefund(random, made).refund());
            }
            List<Refund> split = new ArrayList<>();
            refunds.forEach(refund -> split.addAll(pieces(refund, random)));
            Collections.shuffle(split, Random.from(random));
            NetOrder net = NetOrder.of(made.order(), refunds);
            assertThat(NetOrder.of(made.order(), split)).isEqualTo(net);
            assertThat(NetOrder.of(made.order(), List.of(joined(refunds)))).isEqualTo(net);
            assertThat(net.purchase().lines())
                    .allMatch(line -> line.amount() >= 0 && line.tax() >= 0 && line.cost() >= 0);
            long back = refunds.stream().mapToLong(Refund::amount).sum();
            assertThat(made.order().total() - net.purchase().total())
                    .isGreaterThanOrEqualTo(Math.min(back, made.order().total()) == 0 ? 0 : 1);
        });
    }

    private static APurchase anOrder(RandomGenerator random) {
        APurchase order = aPurchase("o1").shippedFor(random.nextInt(700));
        for (int lines = random.nextInt(1, 5); lines > 0; lines--) {
            order = order.with(random.nextInt(1, 6), random.nextInt(10_000));
        }
        return order;
    }

    private static List<Refund> pieces(Refund refund, RandomGenerator random) {
        List<Refund> pieces = new ArrayList<>();
        long first = random.nextLong(refund.amount() + 1);
        pieces.add(new Refund(refund.orderId(), List.of(), first));
        pieces.add(new Refund(refund.orderId(), List.of(), refund.amount() - first));
        for (Refund.ReturnedLine line : refund.lines()) {
            for (long item = 0; item < line.quantity(); item++) {
                pieces.add(new Refund(refund.orderId(), List.of(new Refund.ReturnedLine(line.lineNumber(), 1)), 0));
            }
        }
        return pieces;
    }

    private static Refund joined(List<Refund> refunds) {
        return new Refund(
                "o1",
                refunds.stream().flatMap(refund -> refund.lines().stream()).toList(),
                refunds.stream().mapToLong(Refund::amount).sum());
    }
}
