package dev.perennial.bootstrap.command.program;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.RequestIds;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramResponse;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramVersion;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;

/**
 * Plans a program and makes it the next version. What is applied is what was planned: a version that somebody else
 * applies in between is noticed.
 */
public final class ProgramApplication {

    private final ApiClient api;

    public ProgramApplication(ApiClient api) {
        this.api = api;
    }

    PlanProgramResponse plan(Program program) {
        return api.programs()
                .planProgram(PlanProgramRequest.newBuilder().setProgram(program).build());
    }

    /**
     * The request's key comes from all that it asks for, so that a repetition after a lost reply applies nothing twice.
     */
    ProgramVersion apply(Program program, int newestVersion, String note) {
        String requestId = RequestIds.of(
                "apply",
                program.toByteArray(),
                note.getBytes(StandardCharsets.UTF_8),
                String.valueOf(newestVersion).getBytes(StandardCharsets.US_ASCII));
        try {
            return api.programs()
                    .applyProgram(ApplyProgramRequest.newBuilder()
                            .setProgram(program)
                            .setNote(note)
                            .setExpectedVersion(newestVersion)
                            .setRequestId(requestId)
                            .build())
                    .getVersion();
        } catch (StatusRuntimeException e) {
            if (ApiError.of(e).reason().equals("PROGRAM_VERSION_MOVED")) {
                throw new CommandFailure(
                        "somebody applied another version meanwhile: look at it and run this again", e);
            }
            throw e;
        }
    }

    /** Applies a program that comes with the command itself and is known to be good. */
    public ProgramVersion applyOwn(Program program, String note) {
        PlanProgramResponse plan = plan(program);
        if (plan.getProblemsCount() > 0) {
            throw new CommandFailure("the program has problems: " + plan.getProblemsList());
        }
        return apply(program, plan.getNewestVersion(), note);
    }
}
