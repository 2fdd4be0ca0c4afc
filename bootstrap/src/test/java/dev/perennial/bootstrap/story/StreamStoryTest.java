package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many facts over one stream. */
class StreamStoryTest {

    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1)))
            .enrols("alice")
            .enrols("bob");

    @Test
    void eachOfAThousandFactsGetsItsReplyAndBadOnesDoNotEndTheStream() {
        List<Activity> facts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String member = i % 2 == 0 ? "alice" : "bob";
            facts.add(shop.buys(member, "o" + i, euros(1))
                    .on(day(-1).plusSeconds(i))
                    .activity());
        }
        facts.add(300, shop.buys("alice", "negative", -1).on(day(0)).activity());
        facts.add(600, shop.buys("nobody", "unknown", euros(1)).on(day(0)).activity());

        Map<String, RecordActivitiesResponse> replies = stream(facts);
        assertThat(replies).hasSize(1_002);
        assertThat(errorOf(replies.remove("negative"))).isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");
        assertThat(errorOf(replies.remove("unknown"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(replies.values()).allSatisfy(reply -> {
            assertThat(reply.getSource()).isEqualTo("shop");
            assertThat(reply.hasConsequences()).isTrue();
            assertThat(reply.getReplayed()).isFalse();
        });
        assertThat(shop.points("alice")).isEqualTo(new Points(500, 0, 0));
        assertThat(shop.points("bob")).isEqualTo(new Points(500, 0, 0));
        assertThat(Rows.events(shop, "alice")).hasSize(1 + 2 * 500);
    }

    @Test
    void aRepeatedStreamIsReplayed() {
        List<Activity> facts = List.of(
                shop.buys("alice", "o1", euros(1)).on(day(0)).activity(),
                shop.buys("alice", "o2", euros(2)).on(day(0)).activity());
        Map<String, RecordActivitiesResponse> first = stream(facts);
        Map<String, RecordActivitiesResponse> again = stream(facts);
        assertThat(again.values()).allMatch(RecordActivitiesResponse::getReplayed);
        again.forEach((key, reply) ->
                assertThat(reply.getConsequences()).isEqualTo(first.get(key).getConsequences()));
        assertThat(shop.points("alice")).isEqualTo(new Points(3, 0, 0));
    }

    /** Sends everything and returns the replies by the external ids that they name. */
    private Map<String, RecordActivitiesResponse> stream(List<Activity> facts) {
        Replies replies = new Replies();
        StreamObserver<RecordActivitiesRequest> requests = shop.activityStream.recordActivities(replies);
        facts.forEach(fact -> requests.onNext(
                RecordActivitiesRequest.newBuilder().setActivity(fact).build()));
        requests.onCompleted();
        return replies.all.orTimeout(60, TimeUnit.SECONDS).join().stream()
                .collect(Collectors.toMap(RecordActivitiesResponse::getExternalId, Function.identity()));
    }

    private static String errorOf(RecordActivitiesResponse reply) {
        ApiError refusal = ApiError.of(reply.getError());
        return refusal.code() + " " + refusal.reason();
    }

    private static final class Replies implements StreamObserver<RecordActivitiesResponse> {

        private final List<RecordActivitiesResponse> soFar = new ArrayList<>();
        private final CompletableFuture<List<RecordActivitiesResponse>> all = new CompletableFuture<>();

        @Override
        public void onNext(RecordActivitiesResponse reply) {
            soFar.add(reply);
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            all.complete(soFar);
        }
    }
}
