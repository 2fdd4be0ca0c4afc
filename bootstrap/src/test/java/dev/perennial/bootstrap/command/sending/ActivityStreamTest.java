package dev.perennial.bootstrap.command.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.ServerAddress;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that answers as told: the real one cannot be made to stumble on a given fact. */
@Timeout(60)
class ActivityStreamTest implements Outcomes {

    private final Map<String, List<String>> outcomes = new HashMap<>();
    private final Stumbling service = new Stumbling();
    private Server server;
    private ApiClient api;

    @BeforeEach
    void start() throws IOException {
        server = NettyServerBuilder.forPort(0).addService(service).build().start();
        api = ApiClient.to(ServerAddress.local(server.getPort()), "key");
    }

    @AfterEach
    void stop() {
        api.close();
        server.shutdownNow();
    }

    @Test
    void each_fact_gets_its_outcome_once_also_when_there_are_more_than_fit_in_flight() throws Exception {
        send(5_000);

        assertThat(outcomes).hasSize(5_000);
        assertThat(outcomes.values()).allMatch(List.of("recorded")::equals);
    }

    @Test
    void what_got_no_reply_is_sent_again_when_the_stream_breaks() throws Exception {
        service.breakStreamAt("fact-100", Status.UNAVAILABLE);

        send(300);

        assertThat(outcomes).hasSize(300);
        assertThat(outcomes.values()).allMatch(List.of("recorded")::equals);
        assertThat(service.streams).isGreaterThan(1);
    }

    @Test
    void a_server_that_ends_the_stream_to_drain_is_asked_again() throws Exception {
        service.breakStreamAt("fact-10", Status.OK);

        send(50);

        assertThat(outcomes).hasSize(50);
    }

    @Test
    void what_may_succeed_a_little_later_is_tried_again() throws Exception {
        service.failOnce("fact-7", Status.Code.UNAVAILABLE, "DATABASE_UNAVAILABLE");

        send(20);

        assertThat(outcomes.get("fact-7")).containsExactly("recorded");
    }

    @Test
    void a_refusal_is_told_and_does_not_harm_its_neighbours() throws Exception {
        service.failOnce("fact-7", Status.Code.FAILED_PRECONDITION, "KEY_REUSED");

        send(20);

        assertThat(outcomes.get("fact-7")).containsExactly("refused KEY_REUSED");
        assertThat(outcomes.get("fact-8")).containsExactly("recorded");
    }

    @Test
    void two_facts_of_the_same_key_follow_each_other() throws Exception {
        ActivityStream stream = new ActivityStream(api, this);
        stream.send(fact("same"));
        stream.send(fact("same"));
        stream.finish();

        assertThat(outcomes.get("same")).containsExactly("recorded", "recorded");
    }

    @Test
    void a_key_that_the_server_does_not_know_ends_it_at_once() {
        service.breakStreamAt("fact-0", Status.UNAUTHENTICATED);

        assertThatThrownBy(() -> send(1)).isInstanceOf(StatusRuntimeException.class);
    }

    private void send(int facts) throws InterruptedException {
        ActivityStream stream = new ActivityStream(api, this);
        for (int number = 0; number < facts; number++) {
            stream.send(fact("fact-" + number));
        }
        stream.finish();
    }

    private static Activity fact(String externalId) {
        return Activity.newBuilder().setSource("test").setExternalId(externalId).build();
    }

    @Override
    public void recorded(Activity activity, Consequences consequences, boolean replayed) {
        outcome(activity, "recorded");
    }

    @Override
    public void refused(Activity activity, ApiError error) {
        outcome(activity, "refused " + error.reason());
    }

    private void outcome(Activity activity, String outcome) {
        outcomes.computeIfAbsent(activity.getExternalId(), id -> new ArrayList<>())
                .add(outcome);
    }

    /** Records everything, but stumbles once over each fact that it was told about. */
    private static final class Stumbling extends ActivityServiceGrpc.ActivityServiceImplBase {

        private final Map<String, Status> breaks = new ConcurrentHashMap<>();
        private final Map<String, com.google.rpc.Status> errors = new ConcurrentHashMap<>();
        private volatile int streams;

        void breakStreamAt(String externalId, Status status) {
            breaks.put(externalId, status);
        }

        void failOnce(String externalId, Status.Code code, String reason) {
            errors.put(
                    externalId,
                    com.google.rpc.Status.newBuilder()
                            .setCode(code.value())
                            .addDetails(Any.pack(
                                    ErrorInfo.newBuilder().setReason(reason).build()))
                            .build());
        }

        @Override
        public synchronized StreamObserver<RecordActivitiesRequest> recordActivities(
                StreamObserver<RecordActivitiesResponse> replies) {
            streams++;
            return new StreamObserver<>() {
                private boolean broken;

                @Override
                public void onNext(RecordActivitiesRequest request) {
                    String id = request.getActivity().getExternalId();
                    Status end = breaks.remove(id);
                    if (end != null) {
                        broken = true;
                        if (end.isOk()) {
                            replies.onCompleted();
                        } else {
                            replies.onError(end.asRuntimeException());
                        }
                    }
                    if (!broken) {
                        replies.onNext(reply(request.getActivity()));
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    broken = true;
                }

                @Override
                public void onCompleted() {
                    if (!broken) {
                        replies.onCompleted();
                    }
                }
            };
        }

        private RecordActivitiesResponse reply(Activity activity) {
            RecordActivitiesResponse.Builder reply = RecordActivitiesResponse.newBuilder()
                    .setSource(activity.getSource())
                    .setExternalId(activity.getExternalId());
            com.google.rpc.Status error = errors.remove(activity.getExternalId());
            return error == null
                    ? reply.setConsequences(Consequences.getDefaultInstance()).build()
                    : reply.setError(error).build();
        }
    }
}
