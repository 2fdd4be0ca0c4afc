package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Activities.aCustom;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.Activities.APurchase;
import dev.perennial.domain.testing.Activities.ARefund;
import dev.perennial.domain.testing.Programs.AProgram;
import dev.perennial.domain.testing.Programs.ARule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random programs, and random things that happen to a member under them. */
public final class Story {

    private static final String[] ZONES = {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"};

    private final RandomGenerator random;
    private final List<APurchase> orders = new ArrayList<>();
    private final List<Instant> ordered = new ArrayList<>();
    private final boolean clocksAgree;
    private int ids;
    private Instant now = Moments.START;

    private Story(RandomGenerator random, boolean clocksAgree) {
        this.random = random;
        this.clocksAgree = clocksAgree;
    }

    /** Facts come late or early, and whoever tells may have a clock that is an hour behind. */
    public static Story from(RandomGenerator random) {
        return new Story(random, false);
    }

    /** Time only moves on, and facts are told when they occur. */
    public static Story onOneClock(RandomGenerator random) {
        return new Story(random, true);
    }

    /** Something that happens. */
    public sealed interface Step {

        Instant now();

        record Tell(Activity activity, Instant now) implements Step {}

        record Adjust(UnitId unit, long amount, Instant now) implements Step {}

        record Advance(Instant now) implements Step {}
    }

    public static void happen(World world, Step step) {
        switch (step) {
            case Step.Tell(Activity activity, Instant now) -> world.record(activity, now);
            case Step.Adjust(UnitId unit, long amount, Instant now) -> world.adjust(unit, amount, now);
            case Step.Advance(Instant now) -> world.advance(now);
        }
    }

    /** One to three versions, each in force from some day on. */
    public ProgramHistory programs(int reopenDays) {
        List<ProgramHistory.InForce> versions = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 1; i <= count; i++) {
            Instant from = day(i == 1 ? 0 : (i - 1) * random.nextInt(40, 90));
            versions.add(program().reopening(reopenDays).version(i, from));
        }
        return new ProgramHistory(versions);
    }

    private AProgram program() {
        return aProgram(
                        rule(aRule("base")
                                .earning(new EarningAmount.PerAmount(
                                        random.nextInt(1, 4), random.nextInt(30, 200), pick(Rounding.values())))),
                        rule(aRule("items").perItem(random.nextInt(1, 4)).in(pick(Programs.POINTS, Programs.STAMPS))),
                        rule(aRule("first").fixed(50).when(Programs.FIRST_PURCHASE)),
                        rule(aRule("visit").forEach(ActivityType.VISIT).fixed(7)),
                        rule(aRule("review").forCustom("review").fixed(11).in(Programs.STAMPS)))
                .in(pick(ZONES));
    }

    private ARule rule(ARule rule) {
        ARule made = rule.pendingFor(pick(0, 0, 3, 14, 40)).expiring(expiry());
        for (Period period : Period.values()) {
            made = random.nextInt(7) == 0 ? made.cappedAt(random.nextInt(5, 150), period) : made;
        }
        return random.nextInt(4) == 0 ? made.alsoOnHistory() : made;
    }

    private Expiry expiry() {
        return switch (random.nextInt(5)) {
            case 0 -> new Expiry.Never();
            case 1 -> new Expiry.EndOfMonth(random.nextInt(4));
            case 2 -> new Expiry.EndOfYear(random.nextInt(2));
            default -> new Expiry.AfterDays(random.nextInt(1, 200));
        };
    }

    /** The next thing; time moves on, by the clock of whoever tells sometimes an hour back. */
    public Step next() {
        now = now.plus(pause());
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Step.Tell(purchase(), now);
            case 4, 5, 6 -> new Step.Tell(refund(), now);
            case 7, 8 -> new Step.Tell(other(), now);
            case 9 -> new Step.Adjust(unit(), random.nextInt(1, 100), now);
            case 10 -> new Step.Adjust(unit(), -random.nextInt(1, 150), now);
            default -> new Step.Advance(now);
        };
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
            default -> now;
        };
    }

    private Activity purchase() {
        boolean waited = !orders.isEmpty() && orders.size() > ordered.size();
        APurchase order = waited ? orders.get(ordered.size()) : order();
        if (!waited) {
            orders.add(order);
        }
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

    private Activity other() {
        String id = "x" + ++ids;
        Activities.Other fact = random.nextBoolean() ? aVisit(id) : aCustom(pick("review", "other"), id);
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
