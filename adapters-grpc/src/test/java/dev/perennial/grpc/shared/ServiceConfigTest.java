package dev.perennial.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.BearerToken;
import dev.perennial.contract.ServiceConfig;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the client jar carries beside the stubs. */
class ServiceConfigTest {

    @Test
    void everyServiceIsRetriedWhenUnavailable() {
        Stream.of(
                        ActivityServiceGrpc.getServiceDescriptor(),
                        InsightServiceGrpc.getServiceDescriptor(),
                        LedgerServiceGrpc.getServiceDescriptor(),
                        MemberServiceGrpc.getServiceDescriptor(),
                        ProgramServiceGrpc.getServiceDescriptor())
                .forEach(service -> assertThat(ServiceConfig.json()).contains("\"" + service.getName() + "\""));
        assertThat(ServiceConfig.json()).contains("\"retryableStatusCodes\": [\"UNAVAILABLE\"]");
    }

    @Test
    void aKeyIsNotPrinted() {
        assertThat(new BearerToken("secret")).asString().doesNotContain("secret");
    }
}
