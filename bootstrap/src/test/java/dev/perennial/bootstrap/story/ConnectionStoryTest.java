package dev.perennial.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What operators and clients rely on around the calls: metrics, health, and a connection that survives a bad minute.
 */
class ConnectionStoryTest {

    private static final String METRIC = "grpc_server_seconds_count";

    /** More than 500, the limit that closed connections, and fewer than a connection may have open. */
    private static final int BURST = 1_500;

    private final Shop shop = Platform.newShop();
    private final ManagedChannel connection = Platform.connection(Platform.SERVER);

    @AfterEach
    void close() {
        connection.shutdownNow();
    }

    @Test
    void refusedCallsAreMeasuredByTheCodeThatTheirCallersGot() throws Exception {
        var nobody = LedgerServiceGrpc.newBlockingStub(connection);
        code(() -> nobody.getBalances(dev.perennial.contract.ledger.v1.GetBalancesRequest.getDefaultInstance()));
        code(() -> shop.members.getMember(GetMemberRequest.getDefaultInstance()));
        code(() -> shop.members.getMember(
                GetMemberRequest.newBuilder().setMemberId("nobody").build()));

        assertThat(codes("GetBalances")).contains("UNAUTHENTICATED").doesNotContain("UNKNOWN");
        assertThat(codes("GetMember")).contains("INVALID_ARGUMENT", "NOT_FOUND").doesNotContain("UNKNOWN");
    }

    private static Code code(Runnable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call::run)
                .getStatus()
                .getCode();
    }

    private static List<String> codes(String method) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + Platform.SERVER.managementPort() + "/actuator/prometheus");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(METRIC) && line.contains("rpc_method=\"" + method + "\""))
                    .map(line -> line.replaceFirst(".*grpc_status_code=\"(\\w+)\".*", "$1"))
                    .toList();
        }
    }

    @Test
    void theHealthOfEachServiceIsToldByItsName() {
        var health = HealthGrpc.newBlockingStub(connection);
        for (String service : List.of("", ActivityServiceGrpc.SERVICE_NAME, MemberServiceGrpc.SERVICE_NAME)) {
            HealthCheckRequest request =
                    HealthCheckRequest.newBuilder().setService(service).build();
            assertThat(health.check(request).getStatus()).as(service).isEqualTo(ServingStatus.SERVING);
        }
        HealthCheckRequest unknown =
                HealthCheckRequest.newBuilder().setService("perennial.Unknown").build();
        assertThat(code(() -> health.check(unknown))).isEqualTo(Code.NOT_FOUND);
    }

    /** As many as time out when the database stalls for a moment, and then are repeated. */
    @Test
    void aBurstOfCallsThatWereGivenUpLeavesTheConnectionToTheirRepetitions() throws Exception {
        Semaphore open = new Semaphore(0);
        List<ClientCall<?, ?>> calls = IntStream.range(0, BURST)
                .<ClientCall<?, ?>>mapToObj(_ -> opened(open))
                .toList();
        assertThat(open.tryAcquire(BURST, 60, TimeUnit.SECONDS)).isTrue();
        calls.forEach(call -> call.cancel("gave up", null));

        var stub = MemberServiceGrpc.newBlockingStub(connection).withDeadlineAfter(60, TimeUnit.SECONDS);
        for (int i = 0; i < 100; i++) {
            assertThat(code(() -> stub.getMember(GetMemberRequest.getDefaultInstance())))
                    .isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    /** A stream that the server holds open. */
    private ClientCall<?, ?> opened(Semaphore open) {
        var call = connection.newCall(ActivityServiceGrpc.getRecordActivitiesMethod(), CallOptions.DEFAULT);
        Metadata headers = new Metadata();
        headers.put(Shop.AUTHORIZATION, "Bearer " + shop.key);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onReady() {
                        open.release();
                    }
                },
                headers);
        return call;
    }
}
