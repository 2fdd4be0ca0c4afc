package dev.perennial.grpc.program;

import dev.perennial.application.program.Programs;
import dev.perennial.application.storage.Replan;
import dev.perennial.contract.program.v1.ChangeKind;
import dev.perennial.contract.program.v1.MemberPlanning;
import dev.perennial.contract.program.v1.PlanProgramResponse;
import dev.perennial.contract.program.v1.ProgramChange;
import dev.perennial.contract.program.v1.ProgramProblem;
import dev.perennial.domain.program.ProgramDifference;
import dev.perennial.domain.program.RuleOverlap;
import dev.perennial.domain.shared.Problem;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What applying a program would mean. */
final class PlanTranslator {

    private PlanTranslator() {}

    static PlanProgramResponse toProto(Programs.Planned planned) {
        return PlanProgramResponse.newBuilder()
                .addAllProblems(problems(planned.problems()))
                .addAllChanges(
                        planned.changes().stream().map(PlanTranslator::change).toList())
                .addAllWarnings(problems(planned.warnings()))
                .addAllOverlaps(
                        planned.overlaps().stream().map(PlanTranslator::overlap).toList())
                .setNewestVersion(planned.newestVersion())
                .setMembersToPlan(planned.members())
                .build();
    }

    static MemberPlanning toProto(Replan replan) {
        MemberPlanning.Builder planning = MemberPlanning.newBuilder()
                .setFinished(replan.finished())
                .setMembersPlanned(replan.planned())
                .setMembersLeft(replan.left());
        replan.timeLeft().map(Times::toProto).ifPresent(planning::setTimeLeft);
        return planning.build();
    }

    private static List<ProgramProblem> problems(List<Problem> problems) {
        return problems.stream()
                .map(problem -> ProgramProblem.newBuilder()
                        .setField(problem.field())
                        .setDescription(problem.description())
                        .build())
                .toList();
    }

    private static dev.perennial.contract.program.v1.RuleOverlap overlap(RuleOverlap overlap) {
        return dev.perennial.contract.program.v1.RuleOverlap.newBuilder()
                .setRuleId(overlap.narrower())
                .setWithinRuleId(overlap.wider())
                .setUnit(overlap.unit())
                .build();
    }

    private static ProgramChange change(ProgramDifference.Change change) {
        return ProgramChange.newBuilder()
                .setKind(kind(change.kind()))
                .setPath(change.path())
                .setBefore(change.before())
                .setAfter(change.after())
                .build();
    }

    private static ChangeKind kind(ProgramDifference.Kind kind) {
        return switch (kind) {
            case ADDED -> ChangeKind.CHANGE_KIND_ADDED;
            case REMOVED -> ChangeKind.CHANGE_KIND_REMOVED;
            case CHANGED -> ChangeKind.CHANGE_KIND_CHANGED;
        };
    }
}
