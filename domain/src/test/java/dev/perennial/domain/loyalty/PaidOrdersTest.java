package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Till.aTill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.Activities;
import dev.perennial.domain.testing.Activities.ARefund;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.World;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Orders that units paid for: whatever is refunded, as items or amounts, before or after the order is told, in whatever
 * order, the same comes back to the same lots, and it is what a calculation by hand says.
 */
class PaidOrdersTest {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("soon").perEuro(1).expiringAfter(100).until(day(1)),
                    aRule("later").perEuro(1).expiringAfter(300).from(day(1)).until(day(2)),
                    aRule("never").perEuro(1).from(day(2)).until(day(3)))
            .checkingOutAt(aTill(Stacking.ADD).paidWith("points", 100, 10, 100))
            .alone();

    /** An order of some goods, of which a gift card may be one, with what went back of it. */
    private record Case(List<Long> earned, long units, Purchase order, List<ARefund> refunds) {

        static Case from(RandomGenerator random) {
            List<Long> earned = List.of(random.nextLong(10, 90), random.nextLong(10, 90), random.nextLong(10, 90));
            long usable = earned.stream().mapToLong(Long::longValue).sum();
            long units = 10 * random.nextLong(1, usable / 10 + 1);
            List<OrderLine> lines = new ArrayList<>();
            lines.add(line("tea", false, random.nextLong(1, 4), units + random.nextLong(200)));
            lines.add(line("cup", false, random.nextLong(1, 4), random.nextLong(500)));
            if (random.nextBoolean()) {
                lines.add(line("card", true, 1, random.nextLong(500)));
            }
            Purchase order = new Purchase("o1", Activities.EUR, lines, random.nextLong(100), 0, units, null);
            return new Case(earned, units, order, refunds(random, order));
        }

        private static OrderLine line(String sku, boolean giftCard, long quantity, long amount) {
            return new OrderLine(sku, "", "", "", giftCard, quantity, amount, 0, 0, 0);
        }

        private static List<ARefund> refunds(RandomGenerator random, Purchase order) {
            List<ARefund> refunds = new ArrayList<>();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                ARefund refund = aRefundOf("o1").as("r" + i);
                refunds.add(
                        random.nextBoolean()
                                ? refund.of(random.nextLong(1, order.total() / 2 + 2))
                                : refund.items(random.nextInt(1, order.lines().size() + 1), 1));
            }
            return refunds;
        }

        /** Told in this order; of nothing but its moment the refunds know. */
        World told(List<ARefund> inThisOrder, int before) {
            World world = World.under(PROGRAM);
            for (int day = 0; day < earned.size(); day++) {
                world.record(aPurchase("e" + day).of(euros(earned.get(day))).on(day(day)));
            }
            Activity bought =
                    new Activity(new ActivityKey("shop", "o1"), day(3), false, Place.UNKNOWN, Map.of(), order);
            Basket basket = new Basket(bought, List.of(), new Price("points", units));
            assertThat(world.reserve(basket, day(3))).isInstanceOf(Result.Ok.class);
            inThisOrder.subList(0, before).forEach(refund -> world.record(refund.on(day(3)), day(3)));
            world.record(bought, day(3));
            inThisOrder.subList(before, inThisOrder.size()).forEach(refund -> world.record(refund.on(day(3)), day(3)));
            return world;
        }

        /** By hand: what units paid for, less the items that came back, less its share of the money. */
        long returned() {
            BigDecimal[] left = order.lines().stream()
                    .map(line -> BigDecimal.valueOf(line.amount()))
                    .toArray(BigDecimal[]::new);
            for (int i = 0; i < left.length; i++) {
                OrderLine line = order.lines().get(i);
                int number = i + 1;
                long items = refunds.stream()
                        .flatMap(refund -> refund.lines().stream())
                        .filter(returned -> returned.lineNumber() == number)
                        .count();
                BigDecimal share = BigDecimal.valueOf(line.amount())
                        .multiply(BigDecimal.valueOf(Math.min(items, line.quantity())))
                        .divide(BigDecimal.valueOf(line.quantity()), 0, RoundingMode.HALF_EVEN);
                left[i] = left[i].subtract(share);
            }
            BigDecimal total = BigDecimal.valueOf(order.shipping());
            BigDecimal paidFor = BigDecimal.ZERO;
            BigDecimal payable = BigDecimal.ZERO;
            for (int i = 0; i < left.length; i++) {
                total = total.add(left[i]);
                if (!order.lines().get(i).giftCard()) {
                    paidFor =
                            paidFor.add(BigDecimal.valueOf(order.lines().get(i).amount()));
                    payable = payable.add(left[i]);
                }
            }
            BigDecimal money = BigDecimal.valueOf(
                            refunds.stream().mapToLong(ARefund::amount).sum())
                    .min(total);
            if (total.signum() == 0) {
                return units;
            }
            BigDecimal kept = BigDecimal.valueOf(units)
                    .multiply(payable)
                    .multiply(total.subtract(money))
                    .divide(paidFor.multiply(total), MathContext.DECIMAL128)
                    .setScale(0, RoundingMode.HALF_EVEN);
            return units - kept.longValueExact();
        }
    }

    @Test
    void anyOrderOfRefundsGivesTheSameUnitsBackToTheSameLots() {
        Seeds.each(600, random -> {
            Case one = Case.from(random);
            List<ARefund> shuffled = new ArrayList<>(one.refunds());
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            World inOrder = one.told(one.refunds(), 0);
            World otherwise = one.told(shuffled, random.nextInt(shuffled.size() + 1));

            assertThat(lots(otherwise)).isEqualTo(lots(inOrder));
            assertThat(order(otherwise).order()).isEqualTo(order(inOrder).order());
            assertThat(order(otherwise).state()).isEqualTo(order(inOrder).state());
            assertThat(order(inOrder).order().returned()).isEqualTo(one.returned());
        });
    }

    @Test
    void whateverIsRefundedInFullGivesBackEverything() {
        Seeds.each(200, random -> {
            Case one = Case.from(random);
            List<ARefund> everything = new ArrayList<>(one.refunds());
            everything.add(aRefundOf("o1").as("rest").of(one.order().total()));

            World world = one.told(everything, 0);

            assertThat(world.balance(POINTS).available())
                    .isEqualTo(one.earned().stream().mapToLong(Long::longValue).sum());
            assertThat(order(world).state()).isEqualTo(RedemptionState.REVERSED);
        });
    }

    /** What is left, by when it runs out: a lot that was closed comes back as another one. */
    private static Map<String, Long> lots(World world) {
        return world.state().wallet().lots().values().stream()
                .collect(Collectors.groupingBy(
                        lot -> String.valueOf(lot.terms().expiresAt()),
                        TreeMap::new,
                        Collectors.summingLong(Lot::remaining)));
    }

    private static Redemption order(World world) {
        return world.redemption(world.redemptionNumbers().getFirst());
    }
}
