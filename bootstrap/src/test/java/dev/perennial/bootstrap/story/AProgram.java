package dev.perennial.bootstrap.story;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.CalendarYear;
import dev.perennial.contract.program.v1.Challenge;
import dev.perennial.contract.program.v1.Checkout;
import dev.perennial.contract.program.v1.CountedFacts;
import dev.perennial.contract.program.v1.Counter;
import dev.perennial.contract.program.v1.Downgrade;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.FairValue;
import dev.perennial.contract.program.v1.Level;
import dev.perennial.contract.program.v1.MembershipPlan;
import dev.perennial.contract.program.v1.Named;
import dev.perennial.contract.program.v1.OnRefund;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.PunchCard;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.Stage;
import dev.perennial.contract.program.v1.StatusMatchTerms;
import dev.perennial.contract.program.v1.Tiers;
import dev.perennial.contract.program.v1.Unit;
import dev.perennial.contract.program.v1.UnitKind;
import dev.perennial.contract.program.v1.UnitPool;
import dev.perennial.contract.program.v1.UnitTransfer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A program in the making: {@code aProgram(aRule("base").perEuro(1).pendingFor(14))}. */
record AProgram(Program document) {

    static AProgram aProgram(ARule... rules) {
        List<EarningRule> documents = Stream.of(rules).map(ARule::document).toList();
        return new AProgram(Program.newBuilder()
                .setTimeZone("Europe/Berlin")
                .setCurrency("EUR")
                .addUnits(Unit.newBuilder().setId("points").setName("Points"))
                .addUnits(Unit.newBuilder().setId("stamps").setName("Stamps"))
                .addAllEarningRules(documents)
                .build());
    }

    AProgram in(String timeZone) {
        return new AProgram(document.toBuilder().setTimeZone(timeZone).build());
    }

    AProgram of(String currency) {
        return new AProgram(document.toBuilder().setCurrency(currency).build());
    }

    /** So many points are worth so many cents. */
    AProgram withPointsWorth(long points, long cents) {
        Program.Builder program = document.toBuilder();
        program.getUnitsBuilder(0)
                .setFairValue(FairValue.newBuilder().setUnits(points).setAmount(cents));
        return new AProgram(program.build());
    }

    /** More points than that are not given or taken by one person alone. */
    AProgram withApprovalAbove(long points) {
        Program.Builder program = document.toBuilder();
        program.getUnitsBuilder(0).setApprovalAbove(points);
        return new AProgram(program.build());
    }

    AProgram selling(Reward.Builder... catalogue) {
        Program.Builder program = document.toBuilder();
        Stream.of(catalogue).forEach(program::addRewards);
        return new AProgram(program.build());
    }

    /** Which units members may send to each other. */
    AProgram sending(UnitTransfer.Builder... transfers) {
        Program.Builder program = document.toBuilder();
        Stream.of(transfers).forEach(program::addTransfers);
        return new AProgram(program.build());
    }

    /** What families may save together. */
    AProgram pooling(UnitPool.Builder pool) {
        return new AProgram(document.toBuilder().setPool(pool).build());
    }

    /** What baskets cost. */
    AProgram checkingOut(Checkout.Builder prices) {
        return new AProgram(document.toBuilder().setCheckout(prices).build());
    }

    /** What comes back after it would have run out is good for so many days. */
    AProgram returningFor(int days) {
        return new AProgram(document.toBuilder().setReturnGraceDays(days).build());
    }

    AProgram reopening(int days) {
        return new AProgram(document.toBuilder().setReopenWindowDays(days).build());
    }

    /**
     * Levels by points in calendar years, silver at 100, gold at 300 and platinum at 600, with 30 days of grace; silver
     * and the others can be matched for 90 days and kept for 365 more. The club costs a month's fee, can be tried for 14
     * days, has 7 days of grace and gives gold.
     */
    AProgram withLevelsAndAClub() {
        Tiers.Builder tiers = Tiers.newBuilder()
                .setUnit("points")
                .setCalendarYear(CalendarYear.getDefaultInstance())
                .addLevels(level("silver", "Silver", 100))
                .addLevels(level("gold", "Gold", 300)
                        .addBenefits(Named.newBuilder().setId("lounge")))
                .addLevels(level("platinum", "Platinum", 600))
                .setGraceDays(30)
                .setDowngrade(Downgrade.DOWNGRADE_TO_EARNED)
                .setOnRefund(OnRefund.ON_REFUND_REVOKE)
                .setStatusMatch(StatusMatchTerms.newBuilder()
                        .setDays(90)
                        .setKeepPercent(50)
                        .setKeptDays(365));
        MembershipPlan.Builder club = MembershipPlan.newBuilder()
                .setId("club")
                .setName("Club")
                .setPrice(999)
                .setMonths(1)
                .setTrialDays(14)
                .setGraceDays(7)
                .addBenefits(Named.newBuilder().setId("gift").setName("A gift"))
                .setTier("gold");
        Program.Builder program = document.toBuilder().setTiers(tiers).addMembershipPlans(club);
        program.getUnitsBuilder(0).setKind(UnitKind.UNIT_KIND_STATUS); // levels are reached by no other kind
        return new AProgram(program.build());
    }

    /** Two stamps become a coffee, and two purchases in a month the badge of a regular. */
    AProgram withACardAndAChallenge() {
        return new AProgram(document.toBuilder()
                .addUnits(Unit.newBuilder().setId("coffee").setName("Coffee").setKind(UnitKind.UNIT_KIND_VOUCHER))
                .addUnits(Unit.newBuilder().setId("regular").setName("Regular").setKind(UnitKind.UNIT_KIND_BADGE))
                .addPunchCards(PunchCard.newBuilder()
                        .setId("coffee")
                        .setName("Coffee")
                        .setStamp("stamps")
                        .setSize(2)
                        .setReward("coffee")
                        .setRewardUnits(1))
                .addCounters(Counter.newBuilder()
                        .setId("orders")
                        .setName("Orders")
                        .setActivityType(ActivityType.ACTIVITY_TYPE_PURCHASE)
                        .setFacts(CountedFacts.getDefaultInstance())
                        .setCurrent(Period.PERIOD_MONTH))
                .addChallenges(Challenge.newBuilder()
                        .setId("regular")
                        .setName("Regular")
                        .setCounter("orders")
                        .addStages(Stage.newBuilder()
                                .setTarget(2)
                                .setUnit("regular")
                                .setUnits(1)))
                .build());
    }

    private static Level.Builder level(String id, String name, long threshold) {
        return Level.newBuilder().setId(id).setName(name).setThreshold(threshold);
    }

    ApplyProgramRequest application(String requestId) {
        return ApplyProgramRequest.newBuilder()
                .setProgram(document)
                .setRequestId(requestId)
                .build();
    }

    ApplyProgramRequest application(String requestId, Instant effectiveAt) {
        return application(requestId).toBuilder()
                .setEffectiveAt(Timestamps.fromMillis(effectiveAt.toEpochMilli()))
                .build();
    }
}
