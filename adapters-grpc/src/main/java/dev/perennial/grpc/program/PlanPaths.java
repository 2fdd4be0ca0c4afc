package dev.perennial.grpc.program;

import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.List;

/** The checker's paths begin at the program; a caller looks for them in the request. */
public final class PlanPaths {

    private PlanPaths() {}

    /** The same, with the paths of problems as they are in a request whose field {@code program} is the program. */
    public static <T> Result<T> inRequest(Result<T> result) {
        if (!(result instanceof Result.Refused<T>(Refusal refusal)) || refusal.reason() != Reason.PROGRAM_INVALID) {
            return result;
        }
        List<Problem> problems = refusal.problems().stream()
                .map(problem -> new Problem("program." + problem.field(), problem.description()))
                .toList();
        return Result.refused(new Refusal(refusal.reason(), refusal.message(), refusal.details(), problems));
    }
}
