package dev.perennial.bootstrap.story.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Platform;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramResponse;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program that ships can be applied as it is, and has a page that explains it. */
class ExamplesTest {

    private final ProgramServiceBlockingStub programs =
            ProgramServiceGrpc.newBlockingStub(Platform.newSandbox().channel);

    @Test
    void everyProgramHasItsPageAndEveryPageItsProgram() {
        assertThat(Examples.named(".md")).isEqualTo(Examples.named(".json")).contains("coffee-shop", "pizzeria");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void planningFindsNothingWrongAndNothingOdd(String example) {
        PlanProgramResponse plan = programs.planProgram(PlanProgramRequest.newBuilder()
                .setProgram(Examples.program(example))
                .build());
        assertThat(plan.getProblemsList()).isEmpty();
        assertThat(plan.getWarningsList()).isEmpty();
        assertThat(plan.getChangesList()).as("all of it is new").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void thePageTellsOfEverythingThatMembersMeet(String example) {
        assertThat(Examples.page(example))
                .contains("(" + example + ".json)", "What to notice:", "Try it:")
                .contains(ids(Examples.program(example)));
    }

    private static List<String> examples() {
        return Examples.named(".json");
    }

    /** The ids of all that grants or is granted, as a page has to quote them. */
    private static List<String> ids(Program program) {
        return Stream.of(
                        program.getEarningRulesList().stream().map(each -> each.getId()),
                        program.getMultipliersList().stream().map(each -> each.getId()),
                        program.getBudgetsList().stream().map(each -> each.getId()),
                        program.getPunchCardsList().stream().map(each -> each.getId()),
                        program.getChallengesList().stream().map(each -> each.getId()),
                        program.getLeaderboardsList().stream().map(each -> each.getId()),
                        program.getRafflesList().stream().map(each -> each.getId()),
                        program.getCausesList().stream().map(each -> each.getId()),
                        program.getTiers().getLevelsList().stream().map(each -> each.getId()),
                        program.getMembershipPlansList().stream().map(each -> each.getId()),
                        program.getRewardsList().stream().map(each -> each.getId()))
                .flatMap(ids -> ids)
                .map(id -> "`" + id + "`")
                .toList();
    }
}
