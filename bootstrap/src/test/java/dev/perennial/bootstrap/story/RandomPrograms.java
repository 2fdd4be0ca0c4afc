package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;

import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.ReceivingLimit;
import dev.perennial.contract.program.v1.Rounding;
import dev.perennial.contract.program.v1.SendingLimit;
import dev.perennial.contract.program.v1.UnitTransfer;
import java.util.List;
import java.util.random.RandomGenerator;

/** Programs of any kind: units, amounts, caps, waits and expiries as chance has it. */
final class RandomPrograms {

    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC");
    private static final List<Period> PERIODS = List.of(
            Period.PERIOD_DAY,
            Period.PERIOD_WEEK,
            Period.PERIOD_MONTH,
            Period.PERIOD_QUARTER,
            Period.PERIOD_YEAR,
            Period.PERIOD_LIFETIME);
    private static final List<Rounding> ROUNDINGS = List.of(
            Rounding.ROUNDING_DOWN, Rounding.ROUNDING_UP, Rounding.ROUNDING_HALF_UP, Rounding.ROUNDING_HALF_EVEN);

    private final RandomGenerator random;

    RandomPrograms(RandomGenerator random) {
        this.random = random;
    }

    AProgram next() {
        return aProgram(
                        rule(aRule("base").per(random.nextInt(1, 4), random.nextInt(30, 200), pick(ROUNDINGS))),
                        rule(aRule("items").perItem(random.nextInt(1, 4)).in(pick(List.of("points", "stamps")))),
                        rule(aRule("first").fixed(50).when("member.is_first_purchase")),
                        rule(aRule("visit")
                                .about(ActivityType.ACTIVITY_TYPE_VISIT)
                                .fixed(7)),
                        rule(aRule("review").aboutCustom("review").fixed(11).in("stamps")))
                .sending(transfer())
                .in(pick(ZONES))
                .withPointsWorth(random.nextInt(1, 20), random.nextInt(1, 20));
    }

    /** Of points, and never of stamps. */
    private UnitTransfer.Builder transfer() {
        UnitTransfer.Builder transfer = Sending.points().setMinimum(random.nextInt(1, 10));
        if (random.nextBoolean()) {
            transfer.addSendingLimits(
                    SendingLimit.newBuilder().setPeriod(pick(PERIODS)).setUnits(random.nextInt(50, 300)));
        }
        if (random.nextBoolean()) {
            transfer.addReceivingLimits(
                    ReceivingLimit.newBuilder().setPeriod(pick(PERIODS)).setTimes(random.nextInt(1, 4)));
        }
        return random.nextInt(3) == 0 ? transfer.setAfterDays(random.nextInt(1, 100)) : transfer;
    }

    private ARule rule(ARule rule) {
        int pendingDays = pick(List.of(0, 0, 3, 14, 40));
        ARule made = expiring(rule, pendingDays).pendingFor(pendingDays);
        for (Period period : PERIODS) {
            made = random.nextInt(7) == 0 ? made.cappedAt(random.nextInt(5, 150), period) : made;
        }
        return random.nextInt(4) == 0 ? made.alsoOnHistory() : made;
    }

    /** Never before the units can be used: such a program is refused. */
    private ARule expiring(ARule rule, int pendingDays) {
        return switch (random.nextInt(4)) {
            case 0 -> rule;
            case 1 -> rule.expiringAtEndOfMonth(pendingDays / 30 + random.nextInt(3));
            default -> rule.expiringAfter(pendingDays + random.nextInt(1, 160));
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
