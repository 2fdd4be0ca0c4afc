package dev.perennial.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.member.v1.MemberServiceGrpc;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

class GrpcWiringTest {

    private final HealthStatusManager health = new HealthStatusManager();

    @Test
    void whileItDrainsNeitherTheServerNorAnyServiceServes() {
        GrpcWiring wiring = new GrpcWiring();
        BindableService members = new MemberServiceGrpc.MemberServiceImplBase() {};
        wiring.healthOfEachService(health, List.of(members)).afterSingletonsInstantiated();
        assertThat(status("")).isEqualTo(ServingStatus.SERVING);
        assertThat(status(MemberServiceGrpc.SERVICE_NAME)).isEqualTo(ServingStatus.SERVING);

        wiring.draining(health).onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));
        assertThat(status("")).isEqualTo(ServingStatus.NOT_SERVING);
        assertThat(status(MemberServiceGrpc.SERVICE_NAME)).isEqualTo(ServingStatus.NOT_SERVING);
    }

    private ServingStatus status(String service) {
        List<ServingStatus> told = new ArrayList<>();
        ((HealthGrpc.AsyncService) health.getHealthService())
                .check(HealthCheckRequest.newBuilder().setService(service).build(), new StreamObserver<>() {
                    @Override
                    public void onNext(HealthCheckResponse reply) {
                        told.add(reply.getStatus());
                    }

                    @Override
                    public void onError(Throwable thrown) {
                        throw new AssertionError(thrown);
                    }

                    @Override
                    public void onCompleted() {}
                });
        return told.getFirst();
    }
}
