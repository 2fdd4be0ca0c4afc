package dev.perennial.grpc.program;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.Boost;
import dev.perennial.contract.program.v1.Cap;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.Level;
import dev.perennial.contract.program.v1.ListProgramVersionsRequest;
import dev.perennial.contract.program.v1.MembershipPlan;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import dev.perennial.contract.program.v1.Stage;
import dev.perennial.contract.program.v1.Streak;
import dev.perennial.contract.program.v1.Unit;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Samples;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Malformed requests about programs. Storage fails in these tests, so what is refused as malformed has not touched it.
 */
class BadProgramRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final ProgramServiceBlockingStub STUB = EDGE.as(Edge.KEY, ProgramServiceGrpc::newBlockingStub);
    private static final Timestamp NO_MOMENT =
            Timestamp.newBuilder().setNanos(-1).build();
    private static final Timestamp NO_SECOND =
            Timestamp.newBuilder().setSeconds(Long.MIN_VALUE).build();

    private static final Duration BACK_AND_FORTH =
            Duration.newBuilder().setSeconds(1).setNanos(-1).build();
    private static final Duration NO_LENGTH =
            Duration.newBuilder().setSeconds(Long.MIN_VALUE).build();

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> applications() {
        return BadInput.allRefused(Stream.concat(
                BadInput.IDS.stream().map(id -> apply("key", "request_id", request -> request.setRequestId(id))),
                Stream.of(
                        apply("nothing to apply", "source", ApplyProgramRequest.Builder::clearSource),
                        apply("version 0", "from_version", request -> request.setFromVersion(0)),
                        apply("expected version", "expected_version", request -> request.setExpectedVersion(-1)),
                        apply("moment", "effective_at", request -> request.setEffectiveAt(NO_MOMENT)),
                        apply("moment", "effective_at", request -> request.setEffectiveAt(NO_SECOND)),
                        apply("note", "note", request -> request.setNote("x".repeat(501))),
                        apply("note", "note", request -> request.setNote("bell\u0007")))));
    }

    @TestFactory
    Stream<DynamicTest> programs() {
        return BadInput.allRefused(Stream.of(
                        Stream.of(new BadInput(
                                "PlanProgram: nothing",
                                "program",
                                () -> STUB.planProgram(PlanProgramRequest.getDefaultInstance()))),
                        program("zone", "time_zone", program -> program.setTimeZone("x".repeat(65))),
                        program("currency", "currency", program -> program.setCurrency("\0")),
                        program(
                                "too many units",
                                "units",
                                program -> program.addAllUnits(Collections.nCopies(51, Unit.getDefaultInstance()))),
                        program(
                                "too many rules",
                                "earning_rules",
                                program -> program.addAllEarningRules(Collections.nCopies(
                                        1_001, Samples.rule().build()))),
                        rule("no kind", "activity_type", EarningRule.Builder::clearActivityType),
                        rule("unknown kind", "activity_type", rule -> rule.setActivityTypeValue(99)),
                        rule(
                                "kind 0",
                                "activity_type",
                                rule -> rule.setActivityType(ActivityType.ACTIVITY_TYPE_UNSPECIFIED)),
                        rule("no amount", "amount", EarningRule.Builder::clearAmount),
                        rule(
                                "rounding",
                                "per_amount.rounding",
                                rule -> rule.getPerAmountBuilder().setUnits(1).setEach(100)),
                        rule(
                                "unknown period",
                                "caps[0].period",
                                rule -> rule.addCapsBuilder().setPeriodValue(77)),
                        rule("start", "starts_at", rule -> rule.setStartsAt(NO_MOMENT)),
                        rule("start", "starts_at", rule -> rule.setStartsAt(NO_SECOND)),
                        rule("end", "ends_at", rule -> rule.setEndsAt(NO_MOMENT)),
                        rule("condition", "condition", rule -> rule.setCondition("x".repeat(4_097))),
                        rule("condition", "condition", rule -> rule.setCondition("true\0")))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> partsOfRules() {
        return BadInput.allRefused(Stream.of(
                        rule(
                                "no limit",
                                "caps[0].limit",
                                rule -> rule.addCapsBuilder().setPeriod(Period.PERIOD_DAY)),
                        rule("13 caps", "caps", rule -> rule.addAllCaps(Collections.nCopies(13, cap()))),
                        rule("partner", "partner", rule -> rule.setPartner("x".repeat(129))),
                        rule("budget", "budget", rule -> rule.setBudget("a\0")),
                        rule("funded by", "funded_by", rule -> rule.setFundedBy("a\0")),
                        rule("cooldown", "cooldown", rule -> rule.setCooldown(BACK_AND_FORTH)),
                        rule("cooldown", "cooldown", rule -> rule.setCooldown(NO_LENGTH)),
                        rule("pending until", "pending_until", rule -> rule.setPendingUntil(NO_MOMENT)),
                        rule("pending end", "pending_end_of", rule -> rule.setPendingEndOfValue(9)),
                        rule(
                                "pending activity",
                                "pending_until_activity.name",
                                rule -> rule.getPendingUntilActivityBuilder().setName("x".repeat(65))),
                        rule(
                                "attribute",
                                "per_attribute.rounding",
                                rule -> rule.getPerAttributeBuilder().setAttribute("metres")),
                        rule(
                                "boost",
                                "base.boosts[0].goods",
                                rule -> rule.getBaseBuilder().addBoostsBuilder().setPercent(200)),
                        rule(
                                "boosts",
                                "base.boosts",
                                rule -> rule.getBaseBuilder()
                                        .addAllBoosts(Collections.nCopies(101, Boost.getDefaultInstance()))),
                        rule(
                                "goods",
                                "base.excluded.skus[1]",
                                rule -> rule.getBaseBuilder()
                                        .getExcludedBuilder()
                                        .addSkus("mug")
                                        .addSkus("\u0007")),
                        rule(
                                "many goods",
                                "base.excluded.brands",
                                rule -> rule.getBaseBuilder()
                                        .getExcludedBuilder()
                                        .addAllBrands(Collections.nCopies(1_001, "b"))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> everyOtherPart() {
        return BadInput.allRefused(Stream.of(
                        unit("kind", "kind", unit -> unit.setKindValue(99)),
                        unit("cause", "cause", unit -> unit.setCause("a\0")),
                        unit(
                                "nothing qualifies",
                                "sliding_expiry.qualifying",
                                unit -> unit.getSlidingExpiryBuilder().setMonths(1)),
                        unit(
                                "an unknown kind qualifies",
                                "sliding_expiry.qualifying[0]",
                                unit -> unit.getSlidingExpiryBuilder().addQualifyingValue(99)),
                        program("stacking", "stacking", program -> program.setStackingValue(9)),
                        program("multiplier", "multipliers[0].activity_type", Program.Builder::addMultipliersBuilder),
                        program(
                                "multiplier",
                                "multipliers[0].ends_at",
                                program -> program.addMultipliersBuilder().setEndsAt(NO_SECOND)),
                        program("budget", "budgets[0].period", Program.Builder::addBudgetsBuilder),
                        program(
                                "partner",
                                "partners[0].name",
                                program -> program.addPartnersBuilder().setName("x".repeat(201))),
                        program(
                                "cause",
                                "causes[0].id",
                                program -> program.addCausesBuilder().setId("\0")),
                        program("counter", "counters[0].measure", Program.Builder::addCountersBuilder),
                        program("counter", "counters[0].window", Program.Builder::addCountersBuilder),
                        program(
                                "counter",
                                "counters[0].streak.period",
                                program -> program.addCountersBuilder().setStreak(Streak.getDefaultInstance())),
                        program(
                                "challenge",
                                "challenges[0].stages",
                                program -> program.addChallengesBuilder()
                                        .addAllStages(Collections.nCopies(21, Stage.getDefaultInstance()))),
                        program(
                                "leaderboard",
                                "leaderboards[0].counter",
                                program -> program.addLeaderboardsBuilder().setCounter("\0")),
                        program(
                                "card",
                                "punch_cards[0].stamp",
                                program -> program.addPunchCardsBuilder().setStamp("x".repeat(129))),
                        program("raffle", "raffles[0].closes_at", Program.Builder::addRafflesBuilder),
                        program(
                                "raffle",
                                "raffles[0].closes_at",
                                program -> program.addRafflesBuilder().setClosesAt(NO_SECOND)),
                        program(
                                "leap day",
                                "celebrations.leap_day",
                                program -> program.getCelebrationsBuilder().setLeapDayValue(9)),
                        program("tiers", "tiers.window", Program.Builder::getTiersBuilder),
                        program("tiers", "tiers.downgrade", Program.Builder::getTiersBuilder),
                        program("tiers", "tiers.on_refund", Program.Builder::getTiersBuilder),
                        program(
                                "levels",
                                "tiers.levels",
                                program -> program.getTiersBuilder()
                                        .addAllLevels(Collections.nCopies(101, Level.getDefaultInstance()))),
                        program(
                                "plan",
                                "membership_plans[0].tier",
                                program -> program.addMembershipPlansBuilder().setTier("\0")),
                        program(
                                "many plans",
                                "membership_plans",
                                program -> program.addAllMembershipPlans(
                                        Collections.nCopies(101, MembershipPlan.getDefaultInstance()))))
                .flatMap(cases -> cases));
    }

    @TestFactory
    Stream<DynamicTest> reading() {
        return BadInput.allRefused(Stream.of(
                new BadInput(
                        "GetProgram: version 0",
                        "version",
                        () -> STUB.getProgram(
                                GetProgramRequest.newBuilder().setVersion(0).build())),
                new BadInput(
                        "ListProgramVersions: page size",
                        "page_size",
                        () -> STUB.listProgramVersions(ListProgramVersionsRequest.newBuilder()
                                .setPageSize(-5)
                                .build())),
                new BadInput(
                        "ListProgramVersions: token",
                        "page_token",
                        () -> STUB.listProgramVersions(ListProgramVersionsRequest.newBuilder()
                                .setPageToken("zzzz")
                                .build()))));
    }

    private static BadInput apply(String name, String field, Consumer<ApplyProgramRequest.Builder> spoil) {
        ApplyProgramRequest.Builder request = Samples.application();
        spoil.accept(request);
        return new BadInput("ApplyProgram: " + name, field, () -> STUB.applyProgram(request.build()));
    }

    /** Planned and applied alike. */
    private static Stream<BadInput> program(String name, String field, Consumer<Program.Builder> spoil) {
        Program.Builder program = Samples.program();
        spoil.accept(program);
        PlanProgramRequest plan =
                PlanProgramRequest.newBuilder().setProgram(program).build();
        String path = "program." + field;
        return Stream.of(
                apply(name, path, request -> request.setProgram(program)),
                new BadInput("PlanProgram: " + name, path, () -> STUB.planProgram(plan)));
    }

    private static Stream<BadInput> unit(String name, String field, Consumer<Unit.Builder> spoil) {
        return program(name, "units[0]." + field, program -> spoil.accept(program.getUnitsBuilder(0)));
    }

    private static Cap cap() {
        return Cap.newBuilder().setPeriod(Period.PERIOD_DAY).setTimes(1).build();
    }

    private static Stream<BadInput> rule(String name, String field, Consumer<EarningRule.Builder> spoil) {
        return program(name, "earning_rules[0]." + field, program -> spoil.accept(program.getEarningRulesBuilder(0)));
    }
}
