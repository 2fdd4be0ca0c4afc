package dev.perennial.grpc.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.StorageException;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceImplBase;
import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.ListActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import dev.perennial.contract.activity.v1.RecordActivityResponse;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A stream answers each request with its key, whatever became of the others, and takes in only so many at a time. */
class ActivityStreamTest {

    private static final int WINDOW = 1_000;

    @Test
    void oneBadRequestNeverEndsTheStream() throws Exception {
        List<RecordActivitiesResponse> replies = exchange(
                activity -> switch (activity.getExternalId()) {
                    case "refused" ->
                        CompletableFuture.completedFuture(
                                Result.refused(Refusal.of(Reason.MEMBER_NOT_FOUND, "There is no such member.")));
                    case "outage" ->
                        CompletableFuture.failedFuture(new StorageException.Unavailable(new RuntimeException("jdbc")));
                    case "bug" -> throw new IllegalStateException("java.lang.Secret");
                    case "corrupt" -> CompletableFuture.completedFuture(recorded(new byte[] {99}, false));
                    case "again" -> CompletableFuture.completedFuture(recorded(reply(7), true));
                    default -> CompletableFuture.completedFuture(recorded(reply(8), false));
                },
                "refused",
                "",
                "outage",
                "bug",
                "corrupt",
                "again",
                "new");

        assertThat(replies)
                .extracting(RecordActivitiesResponse::getExternalId)
                .containsExactlyInAnyOrder("refused", "", "outage", "bug", "corrupt", "again", "new");
        assertThat(refusal(replies, "refused").reason()).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(refusal(replies, "").fields()).containsExactly("activity.external_id");
        assertThat(refusal(replies, "outage").code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(refusal(replies, "bug").code()).isEqualTo(Code.INTERNAL);
        assertThat(refusal(replies, "corrupt").code()).isEqualTo(Code.INTERNAL);
        assertThat(reply(replies, "again").getReplayed()).isTrue();
        assertThat(reply(replies, "again").getConsequences().getActivityNumber())
                .isEqualTo(7);
        assertThat(reply(replies, "new").getReplayed()).isFalse();
        assertThat(reply(replies, "new").getConsequences().getActivityNumber()).isEqualTo(8);
    }

    @Test
    void noMoreRequestsAreTakenInThanOneWindowUntilSomeAreAnswered() throws Exception {
        Queue<CompletableFuture<Result<Answer>>> undecided = new ConcurrentLinkedQueue<>();
        Semaphore taken = new Semaphore(0);
        Recorder recorder = new Recorder(activity -> {
            CompletableFuture<Result<Answer>> later = new CompletableFuture<>();
            undecided.add(later);
            taken.release();
            return later;
        });
        try (Edge edge = Edge.of(recorder)) {
            Replied replied = new Replied();
            StreamObserver<RecordActivitiesRequest> requests =
                    edge.as(Edge.KEY, ActivityServiceGrpc::newStub).recordActivities(replied);
            for (int i = 0; i < WINDOW + 5; i++) {
                requests.onNext(request("a-" + i));
            }
            assertThat(taken.tryAcquire(WINDOW, 20, TimeUnit.SECONDS)).isTrue();
            assertThat(taken.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();

            for (int i = 0; i < 5; i++) {
                undecided.remove().complete(recorded(reply(i), false));
            }
            assertThat(taken.tryAcquire(5, 20, TimeUnit.SECONDS)).isTrue();
            requests.onCompleted();
            undecided.forEach(one -> one.complete(recorded(reply(1), false)));
            assertThat(replied.all.get(20, TimeUnit.SECONDS)).hasSize(WINDOW + 5);
        }
    }

    @Test
    void theSameKeyTwiceInFlightHasOneEffectAndTwoReplies() throws Exception {
        try (Edge edge = Edge.inMemory()) {
            Shop shop = Shop.of(edge, Edge.KEY).opened();
            Replied replied = new Replied();
            StreamObserver<RecordActivitiesRequest> requests =
                    edge.as(Edge.KEY, ActivityServiceGrpc::newStub).recordActivities(replied);
            requests.onNext(request("twice"));
            requests.onNext(request("twice"));
            requests.onCompleted();
            List<RecordActivitiesResponse> replies = replied.all.get(20, TimeUnit.SECONDS);

            assertThat(replies)
                    .extracting(RecordActivitiesResponse::getReplayed)
                    .containsExactlyInAnyOrder(false, true);
            assertThat(replies.getFirst().hasConsequences()).isTrue();
            assertThat(replies.getFirst().getConsequences())
                    .isEqualTo(replies.getLast().getConsequences());
            assertThat(shop.activities()
                            .listActivities(ListActivitiesRequest.newBuilder()
                                    .setMemberId("anna")
                                    .build())
                            .getActivitiesList())
                    .hasSize(1);
        }
    }

    private static List<RecordActivitiesResponse> exchange(
            Function<Activity, CompletableFuture<Result<Answer>>> record, String... externalIds) throws Exception {
        try (Edge edge = Edge.of(new Recorder(record))) {
            Replied replied = new Replied();
            StreamObserver<RecordActivitiesRequest> requests =
                    edge.as(Edge.KEY, ActivityServiceGrpc::newStub).recordActivities(replied);
            for (String id : externalIds) {
                requests.onNext(request(id));
            }
            requests.onCompleted();
            return replied.all.get(20, TimeUnit.SECONDS);
        }
    }

    private static RecordActivitiesRequest request(String externalId) {
        return RecordActivitiesRequest.newBuilder()
                .setActivity(Samples.purchase().setExternalId(externalId))
                .build();
    }

    private static byte[] reply(long number) {
        return RecordActivityResponse.newBuilder()
                .setConsequences(Consequences.newBuilder().setActivityNumber(number))
                .build()
                .toByteArray();
    }

    private static Result<Answer> recorded(byte[] reply, boolean replayed) {
        return Result.ok(new Answer(new Payload(reply), replayed));
    }

    private static RecordActivitiesResponse reply(List<RecordActivitiesResponse> replies, String externalId) {
        return replies.stream()
                .filter(reply -> reply.getExternalId().equals(externalId))
                .findFirst()
                .orElseThrow();
    }

    private static Refused refusal(List<RecordActivitiesResponse> replies, String externalId) {
        return Refused.of(reply(replies, externalId).getError());
    }

    /** The real stream in front of any way to decide. */
    private static final class Recorder extends ActivityServiceImplBase {

        private final Function<Activity, CompletableFuture<Result<Answer>>> record;

        Recorder(Function<Activity, CompletableFuture<Result<Answer>>> record) {
            this.record = record;
        }

        @Override
        public StreamObserver<RecordActivitiesRequest> recordActivities(
                StreamObserver<RecordActivitiesResponse> observer) {
            var replies = (ServerCallStreamObserver<RecordActivitiesResponse>) observer;
            return ActivityStream.open(replies, Edge.validation(), record);
        }
    }

    private static final class Replied implements StreamObserver<RecordActivitiesResponse> {

        private final Queue<RecordActivitiesResponse> soFar = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<List<RecordActivitiesResponse>> all = new CompletableFuture<>();

        @Override
        public void onNext(RecordActivitiesResponse reply) {
            soFar.add(reply);
        }

        @Override
        public void onError(Throwable thrown) {
            all.completeExceptionally(thrown);
        }

        @Override
        public void onCompleted() {
            all.complete(List.copyOf(soFar));
        }
    }
}
