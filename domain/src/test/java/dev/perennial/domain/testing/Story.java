package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Activities.aCustom;
import static dev.perennial.domain.testing.Activities.aDelivery;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Expired;
import dev.perennial.domain.loyalty.Reinstatement;
import dev.perennial.domain.loyalty.checkout.Basket;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.Activities.APurchase;
import dev.perennial.domain.testing.Activities.ARefund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random programs, and random things that happen to a member under them. */
public final class Story {

    static final String[] COUNTRIES = {"DE", "AT", ""};

    private final RandomGenerator random;
    private final RandomPrograms randomPrograms;
    private final List<APurchase> orders = new ArrayList<>();
    private final List<Instant> ordered = new ArrayList<>();
    private final boolean clocksAgree;
    private int ids;
    private Instant now = Moments.START;
    private Instant latest = now;
    private ProgramHistory programs = ProgramHistory.NONE;
    private int[] reopenDays = {};

    private Story(RandomGenerator random, boolean clocksAgree, boolean rich) {
        this.random = random;
        this.randomPrograms = new RandomPrograms(random, rich);
        this.clocksAgree = clocksAgree;
    }

    /** Facts come late or early, and whoever tells may have a clock that is an hour behind. */
    public static Story from(RandomGenerator random) {
        return new Story(random, false, true);
    }

    /** As from, under programs that have no more than rules that grant by themselves. */
    public static Story plainFrom(RandomGenerator random) {
        return new Story(random, false, false);
    }

    /** Time only moves on, and facts are told when they occur. */
    public static Story onOneClock(RandomGenerator random) {
        return new Story(random, true, true);
    }

    /** Something that happens. */
    public sealed interface Step {

        Instant now();

        record Tell(Activity activity, Instant now) implements Step {}

        record Adjust(UnitId unit, long amount, Instant now) implements Step {}

        /** What ran out before is given back, if there is anything, all of it or a part. */
        record Reinstate(Reinstatement what, Instant now) implements Step {}

        record UpdateProfile(Traits traits, Instant now) implements Step {}

        /** Another version was applied: from now on there are these. */
        record Apply(ProgramHistory programs, Instant now) implements Step {}

        /** A reward is asked for, which may be refused. */
        record Ask(String reward, boolean atOnce, Instant now) implements Step {}

        /** Something becomes of a reward that was asked for, if it still can. */
        record Become(int which, Fate fate, Instant now) implements Step {}

        /** Something is held for the order that will be told next, which may be refused. */
        record Hold(Basket basket, Instant now) implements Step {}

        /** What is held for an order is given up, if there is anything. */
        record Drop(String orderId, Instant now) implements Step {}

        record Advance(Instant now) implements Step {}
    }

    /** What can become of a reward that was asked for. */
    public enum Fate {
        REDEEMED,
        CANCELLED,
        REVERSED,
        USED
    }

    public static void happen(World world, Step step) {
        switch (step) {
            case Step.Tell(Activity activity, Instant now) -> world.record(activity, now);
            case Step.Adjust(UnitId unit, long amount, Instant now) -> world.adjust(unit, amount, now);
            case Step.Reinstate(Reinstatement what, Instant now) -> world.reinstate(what, now);
            case Step.UpdateProfile(Traits traits, Instant now) -> world.updateProfile(traits, now);
            case Step.Apply(ProgramHistory programs, Instant now) -> world.nowUnder(programs);
            case Step.Ask(String reward, boolean atOnce, Instant now) -> {
                if (atOnce) {
                    world.redeem(reward, now);
                } else {
                    world.reserve(reward, now);
                }
            }
            case Step.Become become -> become(world, become);
            case Step.Hold(Basket basket, Instant now) -> world.reserve(basket, now);
            case Step.Drop(String orderId, Instant now) -> world.cancelOrder(orderId, now);
            case Step.Advance(Instant now) -> world.advance(now);
        }
    }

    private static void become(World world, Step.Become step) {
        List<Long> numbers = world.redemptionNumbers();
        if (!numbers.isEmpty()) {
            long number = numbers.get(step.which() % numbers.size());
            switch (step.fate()) {
                case REDEEMED -> world.redeemReserved(number, step.now());
                case CANCELLED -> world.cancel(number, step.now());
                case REVERSED -> world.reverse(number, step.now());
                case USED -> world.useVoucher(number, "an order", step.now());
            }
        }
    }

    /** One to three versions, each with one of the reopen windows. The story may apply more of them. */
    public ProgramHistory programs(int... newReopenDays) {
        reopenDays = newReopenDays;
        programs = randomPrograms.versions(reopenDays);
        return programs;
    }

    private ProgramHistory oneMoreVersion() {
        programs = randomPrograms.oneMore(programs, latest, reopenDays);
        return programs;
    }

    /** The next thing; time moves on, by the clock of whoever tells sometimes an hour back. */
    public Step next() {
        now = now.plus(pause());
        latest = now.isAfter(latest) ? now : latest;
        return switch (random.nextInt(23)) {
            case 0, 1, 2, 3 -> new Step.Tell(purchase(), now);
            case 4, 5, 6 -> new Step.Tell(refund(), now);
            case 7, 8 -> new Step.Tell(other(), now);
            case 9 -> new Step.Adjust(unit(), random.nextInt(1, 100), now);
            case 10 -> new Step.Adjust(unit(), -random.nextInt(1, 150), now);
            case 11, 12 -> new Step.UpdateProfile(traits(), now);
            case 13 -> new Step.Apply(oneMoreVersion(), now);
            case 14, 15 -> new Step.Ask(pick(RandomPrograms.REWARDS), random.nextBoolean(), now);
            case 16, 17 -> new Step.Become(random.nextInt(100), pick(Fate.values()), now);
            case 18, 19 -> new Step.Hold(basket(), now);
            case 20 -> new Step.Drop("o" + random.nextInt(1, ids + 2), now);
            case 21 -> new Step.Reinstate(reinstatement(), now);
            default -> new Step.Advance(now);
        };
    }

    private Reinstatement reinstatement() {
        Instant from = now.minus(Duration.ofDays(random.nextInt(1, 100)));
        return new Reinstatement(
                unit(),
                new Expired.Within(from, latest.plusNanos(1)),
                random.nextInt(3) == 0 ? random.nextInt(1, 20) : 0,
                new Reinstatement.Until.Days(random.nextInt(1, 60)));
    }

    /** Facts only, each told when it occurred, so that they can be told again in any order. */
    public List<Activity> facts(int count, int withinDays) {
        List<Activity> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            now = Moments.START.plus(Duration.ofMinutes(random.nextInt(withinDays * 1440)));
            facts.add(random.nextInt(3) == 0 ? refund() : random.nextInt(4) == 0 ? other() : purchase());
        }
        return facts;
    }

    private Duration pause() {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofDays(random.nextInt(50, 250));
            case 1 -> Duration.ofHours(clocksAgree ? 1 : -1);
            default -> Duration.ofHours(random.nextInt(0, 120));
        };
    }

    private Instant occurredAt() {
        if (clocksAgree) {
            return now;
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> now.minus(Duration.ofHours(random.nextInt(1, 50 * 24)));
            case 2 -> now.minus(Duration.ofDays(random.nextInt(50, 150)));
            case 3 -> now.plus(Duration.ofMinutes(59));
            case 4 -> now.plus(Duration.ofMinutes(random.nextInt(1440)));
            default -> now;
        };
    }

    /** The order that comes next, which may be known already. */
    private APurchase nextOrder() {
        if (orders.size() == ordered.size()) {
            orders.add(order());
        }
        return orders.get(ordered.size());
    }

    private Basket basket() {
        long points = 10L * random.nextInt(0, 12);
        List<String> codes = random.nextBoolean() ? List.of() : List.of("CODE-" + random.nextInt(1, 8));
        return new Basket(nextOrder().on(now), codes, points == 0 ? null : new Price("points", points));
    }

    private Activity purchase() {
        APurchase order = nextOrder();
        Instant occurredAt = occurredAt();
        ordered.add(occurredAt);
        return order.on(occurredAt);
    }

    private APurchase order() {
        APurchase order = aPurchase("o" + ++ids);
        for (int lines = random.nextInt(1, 4); lines > 0; lines--) {
            order = order.with(random.nextInt(1, 4), random.nextInt(6) == 0 ? 0 : random.nextInt(1, 9000));
        }
        order = order.shippedFor(random.nextInt(3) == 0 ? 0 : random.nextInt(500));
        return switch (random.nextInt(12)) {
            case 0 -> order.asHistory();
            case 1 -> order.in("USD");
            default -> order;
        };
    }

    /** Of an order told before or, now and then, of one that will be told next. */
    private Activity refund() {
        if (orders.isEmpty() || (random.nextInt(5) == 0 && orders.size() == ordered.size())) {
            orders.add(order());
        }
        APurchase order = orders.get(random.nextInt(orders.size()));
        return randomRefund(random, order).as("r" + ++ids).on(now);
    }

    /** Some items, some money, everything, or more than there was. */
    public static ARefund randomRefund(RandomGenerator random, APurchase order) {
        ARefund refund = aRefundOf(order.orderId());
        long total = order.order().total();
        return switch (random.nextInt(5)) {
            case 0 -> refund.of(total);
            case 1 -> refund.of(total + random.nextInt(1, 100));
            case 2 -> refund.of(random.nextLong(total + 1));
            default ->
                refund.items(random.nextInt(1, order.lines().size() + 1), random.nextInt(1, 4))
                        .of(random.nextInt(200));
        };
    }

    /** What is known of a member, which may be nothing. */
    public Traits traits() {
        int birthYear = random.nextInt(4) == 0 ? 0 : random.nextInt(1950, 2010);
        return new Traits("", pick(COUNTRIES), birthYear, "", "", "");
    }

    private Activity other() {
        String id = "x" + ++ids;
        Activities.Other fact = switch (random.nextInt(4)) {
            case 0, 1 -> aVisit(id);
            case 2 -> aCustom(pick("review", "other"), id);
            default ->
                ordered.isEmpty()
                        ? aVisit(id)
                        : aDelivery(pick(orders.toArray(APurchase[]::new)).orderId(), id);
        };
        return (random.nextInt(9) == 0 ? fact.asHistory() : fact).on(occurredAt());
    }

    private UnitId unit() {
        return pick(Programs.POINTS, Programs.STAMPS);
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}
