package dev.perennial.grpc.program;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What the annotations of programs cannot say; whether a program makes sense is for the domain to tell. */
public final class ProgramChecks {

    private static final String INVALID_TIMESTAMP = "is not a valid timestamp";

    private ProgramChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(
                new SyntaxCheck<>(
                        PlanProgramRequest.class,
                        (request, problems) -> check(request.getProgram(), problems.at("program"))),
                new SyntaxCheck<>(ApplyProgramRequest.class, ProgramChecks::check));
    }

    private static void check(ApplyProgramRequest request, Problems problems) {
        check(request.getProgram(), problems.at("program"));
        checkMoment(request.hasEffectiveAt(), request.getEffectiveAt(), problems.at("effective_at"));
    }

    private static void check(Program program, Problems problems) {
        for (int i = 0; i < program.getEarningRulesCount(); i++) {
            EarningRule rule = program.getEarningRules(i);
            Problems ofRule = problems.at("earning_rules").at(i);
            checkMoment(rule.hasStartsAt(), rule.getStartsAt(), ofRule.at("starts_at"));
            checkMoment(rule.hasEndsAt(), rule.getEndsAt(), ofRule.at("ends_at"));
        }
    }

    private static void checkMoment(boolean given, Timestamp moment, Problems problems) {
        problems.require(!given || Times.isValid(moment), INVALID_TIMESTAMP);
    }
}
