package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Till.aTill;
import static dev.perennial.domain.testing.Till.alone;
import static dev.perennial.domain.testing.Till.off;
import static dev.perennial.domain.testing.Till.once;
import static dev.perennial.domain.testing.Till.percentOff;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Rounding;
import dev.perennial.domain.testing.Programs.AProgram;
import dev.perennial.domain.testing.Programs.ARule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Programs by chance, with everything that a rule can have. */
final class RandomPrograms {

    /** Something for units that may run out, other units, something for nothing. */
    static final String[] REWARDS = {"mug", "swap", "gift"};

    private static final String[] ZONES = {"Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"};

    private final RandomGenerator random;
    private final boolean rich;
    private final RandomParts parts;

    /** @param rich whether they have more than rules that grant by themselves */
    RandomPrograms(RandomGenerator random, boolean rich) {
        this.random = random;
        this.rich = rich;
        this.parts = new RandomParts(random);
    }

    /** One to three versions, each in force from some day on and with one of the reopen windows. */
    ProgramHistory versions(int... reopenDays) {
        List<InForce> versions = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 1; i <= count; i++) {
            Instant from = day(i == 1 ? 0 : (i - 1) * random.nextInt(40, 90));
            versions.add(program(reopenDays).version(i, from));
        }
        return inOrder(versions);
    }

    /** One more version, which takes effect within three days. */
    ProgramHistory oneMore(ProgramHistory programs, Instant now, int... reopenDays) {
        List<InForce> versions = new ArrayList<>(programs.versions());
        Instant from = now.plus(Duration.ofMinutes(random.nextInt(1, 3 * 1440)));
        versions.add(program(reopenDays).version(versions.size() + 1, from));
        return inOrder(versions);
    }

    private static ProgramHistory inOrder(List<InForce> versions) {
        versions.sort(Comparator.comparing(one -> one.version().effectiveAt()));
        return new ProgramHistory(versions);
    }

    private AProgram program(int... reopenDays) {
        AProgram plain = plain(reopenDays);
        return rich
                ? plain.with(parts::with)
                        .selling(rewards())
                        .checkingOutAt(till())
                        .returningFor(pick(0, 0, 5, 40))
                : plain;
    }

    private Till till() {
        return aTill(pick(Stacking.values()))
                .taking(
                        once(percentOff("welcome", random.nextInt(1, 30))),
                        alone(percentOff("sale", random.nextInt(1, 60))),
                        off("euro", new VoucherWorth.AmountOff(random.nextInt(1, 500))))
                .paidWith("points", pick(10L, 100L), 10, pick(20, 100));
    }

    private Reward[] rewards() {
        return new Reward[] {
            aReward(REWARDS[0])
                    .costing(random.nextInt(1, 60))
                    .worth(new VoucherWorth.AmountOff(random.nextInt(1, 900)))
                    .validFor(pick(0, 1, 30))
                    .made(),
            aReward(REWARDS[1])
                    .costing(random.nextInt(1, 60))
                    .granting(pick("points", "stamps", "coffees", "miles"), random.nextInt(1, 9), expiry())
                    .atMost(random.nextInt(1, 3), pick(Period.values()))
                    .made(),
            aReward(REWARDS[2])
                    .when("a question", question())
                    .atMost(1, pick(Period.values()))
                    .made()
        };
    }

    private AProgram plain(int... reopenDays) {
        return aProgram(
                        rule(aRule("base")
                                .earning(new EarningAmount.PerAmount(
                                        random.nextInt(1, 4), random.nextInt(30, 200), pick(Rounding.values())))),
                        rule(aRule("items").perItem(random.nextInt(1, 4)).in(pick(Programs.POINTS, Programs.STAMPS))),
                        rule(aRule("first").fixed(50).when(Programs.FIRST_PURCHASE)),
                        rule(aRule("bonus").fixed(13).when(question())),
                        rule(aRule("visit").forEach(ActivityType.VISIT).fixed(7).when(question())),
                        rule(aRule("review").forCustom("review").fixed(11).in(Programs.STAMPS)),
                        beyond(aRule("status").perEuro(1).in(Programs.STATUS)),
                        beyond(aRule("miles").perItem(2).in(Programs.MILES)),
                        beyond(aRule("waits")
                                .fixed(9)
                                .pending(new Pending.UntilActivity("delivered", random.nextInt(5, 30)))),
                        beyond(aRule("rare")
                                .forCustom("other")
                                .fixed(3)
                                .coolingDown(Duration.ofDays(random.nextInt(1, 9)))
                                .atMost(random.nextInt(1, 4), Period.MONTH)),
                        beyond(aRule("birthday").forEach(ActivityType.BIRTHDAY).fixed(25)),
                        beyond(aRule("anniversary")
                                .forEach(ActivityType.ANNIVERSARY)
                                .fixed(35)
                                .expiringAfter(30)))
                .in(pick(ZONES))
                .reopening(reopenDays[random.nextInt(reopenDays.length)]);
    }

    /** Only in rich programs: the oracle of plain ones does not know it. */
    private ARule beyond(ARule rule) {
        return rich ? rule : rule.until(day(-10_000));
    }

    private ARule rule(ARule rule) {
        ARule made = rule.pendingFor(pick(0, 0, 3, 14, 40)).expiring(expiry());
        for (Period period : Period.values()) {
            made = random.nextInt(7) == 0 ? made.cappedAt(random.nextInt(5, 150), period) : made;
        }
        if (random.nextInt(5) == 0) {
            int start = random.nextInt(-10, 100);
            made = random.nextInt(3) == 0 ? made : made.from(day(start));
            made = random.nextInt(3) == 0 ? made : made.until(day(start + random.nextInt(1, 60)));
        }
        return random.nextInt(4) == 0 ? made.alsoOnHistory() : made;
    }

    private Expiry expiry() {
        return switch (random.nextInt(5)) {
            case 0 -> new Expiry.Never();
            case 1 -> new Expiry.EndOfMonth(random.nextInt(6));
            case 2 -> new Expiry.EndOfYear(random.nextInt(2));
            default -> new Expiry.AfterDays(random.nextInt(1, 400));
        };
    }

    private Condition question() {
        return switch (random.nextInt(8)) {
            case 0 -> Questions.spentAtLeast(random.nextInt(1, 40_000));
            case 1 -> Questions.purchasesAre(random.nextInt(1, 6));
            case 2 -> Questions.countryIs(pick(Story.COUNTRIES));
            case 3 -> Questions.bornBefore(random.nextInt(1960, 2010));
            case 4 -> Questions.daysSinceLastPurchaseAtMost(random.nextInt(1, 20));
            case 5 -> Questions.daysSinceFirstPurchaseAtMost(random.nextInt(1, 60));
            default -> Condition.ALWAYS;
        };
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }
}
