package dev.perennial.bootstrap.story;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.program.v1.SimulateProgramRequest;
import dev.perennial.contract.program.v1.SimulateProgramResponse;
import dev.perennial.contract.program.v1.SimulationReport;
import dev.perennial.contract.program.v1.SimulationServiceGrpc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a shop learns of how it would have been. */
final class Simulations {

    private Simulations() {}

    static SimulateProgramRequest.Builder from(Instant moment) {
        return SimulateProgramRequest.newBuilder().setFrom(Timestamps.fromMillis(moment.toEpochMilli()));
    }

    static SimulationReport of(Shop shop, SimulateProgramRequest.Builder request) {
        List<SimulateProgramResponse> replies = new ArrayList<>();
        SimulationServiceGrpc.newBlockingStub(shop.channel)
                .simulateProgram(request.build())
                .forEachRemaining(replies::add);
        return replies.getLast().getReport();
    }
}
