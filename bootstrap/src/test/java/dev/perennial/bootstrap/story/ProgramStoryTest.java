package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.ApplyProgramResponse;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.ListProgramVersionsRequest;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramResponse;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramChange;
import dev.perennial.contract.program.v1.ProgramProblem;
import dev.perennial.contract.program.v1.ProgramVersion;
import org.junit.jupiter.api.Test;

/** A program is planned, applied, followed by another one, and applied again. */
class ProgramStoryTest {

    private static final AProgram SINGLE = aProgram(aRule("base").perEuro(1));
    private static final AProgram DOUBLE = aProgram(aRule("base").perEuro(2));

    private final Shop shop = Platform.newShop();

    @Test
    void aPlanShowsEveryProblemAtOnceAndChangesNothing() {
        PlanProgramResponse plan = plan(
                aProgram(aRule("base").in("gold"), aRule("base"), aRule("large").when("activity.amnt > 3"))
                        .in("Mars/Olympus")
                        .of("XYZ"));
        assertThat(plan.getProblemsList())
                .extracting(ProgramProblem::getField)
                .containsExactlyInAnyOrder(
                        "time_zone",
                        "currency",
                        "earning_rules[0].unit",
                        "earning_rules[1].id",
                        "earning_rules[2].condition");
        assertThat(plan.getProblemsList())
                .anySatisfy(problem -> assertThat(problem.getDescription()).contains("line 1", "column"));
        assertThat(Rows.count(shop, "program_version")).isZero();
    }

    @Test
    void aBadProgramIsNotApplied() {
        assertThat(Reply.refusalOf(() ->
                        shop.programs.applyProgram(SINGLE.in("Mars/Olympus").application("p1"))))
                .isEqualTo("INVALID_ARGUMENT PROGRAM_INVALID");
        assertThat(Rows.count(shop, "program_version")).isZero();
        assertThat(apply(SINGLE.application("p1")).getNumber()).isOne(); // the key was not used up
    }

    @Test
    void aPlanShowsHowItDiffersFromTheNewestVersion() {
        shop.runs(SINGLE);
        PlanProgramResponse plan = plan(DOUBLE);
        assertThat(plan.getProblemsList()).isEmpty();
        assertThat(plan.getNewestVersion()).isOne();
        assertThat(plan.getChangesList())
                .extracting(ProgramChange::getPath, ProgramChange::getBefore, ProgramChange::getAfter)
                .containsExactly(tuple(
                        "earning_rules[base].amount",
                        "1 for each 100 paid, rounded down",
                        "2 for each 100 paid, rounded down"));
    }

    @Test
    void aFactIsDecidedUnderTheVersionInForceWhenItOccurred() {
        shop.enrols("alice");
        assertThat(Reply.refusalOf(() -> shop.buys("alice", "o1", euros(10)).at(day(0))))
                .isEqualTo("FAILED_PRECONDITION PROGRAM_NOT_APPLIED");
        ProgramVersion first = apply(SINGLE.application("p1"));
        assertThat(first.getNumber()).isOne();
        assertThat(first.getEffectiveAt()).isEqualTo(Timestamps.fromMillis(day(0).toEpochMilli()));
        ProgramVersion second = apply(DOUBLE.application("p2", day(10)));
        assertThat(second.getNumber()).isEqualTo(2);

        Consequences before = shop.buys("alice", "o1", euros(10)).at(day(9));
        assertThat(before.getProgramVersion()).isOne();
        Consequences after = shop.buys("alice", "o2", euros(10)).at(day(10));
        assertThat(after.getProgramVersion()).isEqualTo(2);
        Platform.reach(day(20));
        Consequences late = shop.buys("alice", "o3", euros(10)).at(day(8));
        assertThat(late.getProgramVersion()).isOne();
        assertThat(Rows.eventsAfter(1, shop, "alice"))
                .containsExactly(
                        "PURCHASE recorded",
                        "EARN 10 ISSUED→AVAILABLE lot 1 @day 9",
                        "PURCHASE recorded",
                        "EARN 20 ISSUED→AVAILABLE lot 2 @day 10",
                        "PURCHASE recorded",
                        "EARN 10 ISSUED→AVAILABLE lot 3 @day 20");
        assertThat(late.getEntries(0).getCause().getProgramVersion()).isOne();
        assertThat(shop.points("alice")).isEqualTo(new Points(40, 0, 0));
    }

    @Test
    void anOldVersionIsAppliedAgainAsANewOne() {
        shop.enrols("alice").runs(SINGLE).runs(DOUBLE);
        Platform.reach(day(1));
        ProgramVersion third = apply(ApplyProgramRequest.newBuilder()
                .setFromVersion(1)
                .setRequestId("p3")
                .build());
        assertThat(third.getNumber()).isEqualTo(3);
        assertThat(version(3)).isEqualTo(version(1)).isNotEqualTo(version(2));
        assertThat(shop.programs
                        .listProgramVersions(ListProgramVersionsRequest.getDefaultInstance())
                        .getVersionsList())
                .extracting(ProgramVersion::getNumber)
                .containsExactly(3, 2, 1);
        assertThat(shop.buys("alice", "o1", euros(10)).at(day(2)).getProgramVersion())
                .isEqualTo(3);
        assertThat(shop.points("alice")).isEqualTo(new Points(10, 0, 0));
    }

    @Test
    void aRetriedApplicationIsAReplay() {
        Reply<ApplyProgramResponse> first = reply(SINGLE.application("p1"));
        Platform.reach(day(3));
        Reply<ApplyProgramResponse> again = reply(SINGLE.application("p1"));
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(Reply.refusalOf(() -> reply(DOUBLE.application("p1")))).isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(Rows.count(shop, "program_version")).isOne();
    }

    @Test
    void anApplicationThatExpectsAnotherVersionIsRefused() {
        shop.runs(SINGLE);
        ApplyProgramRequest first =
                DOUBLE.application("p2").toBuilder().setExpectedVersion(0).build();
        assertThat(Reply.refusalOf(() -> reply(first))).isEqualTo("ABORTED PROGRAM_VERSION_MOVED");
        assertThat(Reply.refusalOf(() -> version(7))).isEqualTo("NOT_FOUND PROGRAM_VERSION_NOT_FOUND");
    }

    private PlanProgramResponse plan(AProgram program) {
        return shop.programs.planProgram(
                PlanProgramRequest.newBuilder().setProgram(program.document()).build());
    }

    private ProgramVersion apply(ApplyProgramRequest request) {
        return shop.programs.applyProgram(request).getVersion();
    }

    private Reply<ApplyProgramResponse> reply(ApplyProgramRequest request) {
        return Reply.of(shop.programs, stub -> stub.applyProgram(request));
    }

    private Program version(int number) {
        return shop.programs
                .getProgram(GetProgramRequest.newBuilder().setVersion(number).build())
                .getVersion()
                .getProgram();
    }
}
