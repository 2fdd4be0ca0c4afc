package dev.perennial.grpc.sandbox;

import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What the annotations of sandbox requests cannot say. */
public final class SandboxChecks {

    private SandboxChecks() {}

    public static List<SyntaxCheck<?>> all() {
        return List.of(new SyntaxCheck<>(AdvanceClockRequest.class, SandboxChecks::check));
    }

    /** Not by an annotation: the library that evaluates them throws at a second that is out of range. */
    private static void check(AdvanceClockRequest request, Problems problems) {
        Problems to = problems.at("to");
        to.require(request.hasTo(), "must be set");
        to.require(!request.hasTo() || Times.isValid(request.getTo()), "is not a valid timestamp");
    }
}
