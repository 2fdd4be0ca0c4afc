package dev.perennial.bootstrap.command.sending;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Records facts of one source over a stream, many in flight. When the stream breaks, another is opened and whatever got
 * no reply is sent again; the facts' own keys keep that from doubling anything. Used by one thread, on which outcomes
 * are told.
 */
public final class ActivityStream {

    /** Enough to keep the lanes of a server busy, little enough that a stream that breaks has little to repeat. */
    private static final int IN_FLIGHT_MAX = 1_500;

    private static final long SILENCE_SECONDS_MAX = 60;

    private final ApiClient api;
    private final Outcomes outcomes;
    private final Patience patience = new Patience();
    private final Map<String, Activity> inFlight = new LinkedHashMap<>();
    private final List<Activity> again = new ArrayList<>();
    private SignalObserver observer;
    private ClientCallStreamObserver<RecordActivitiesRequest> requests;

    public ActivityStream(ApiClient api, Outcomes outcomes) {
        this.api = api;
        this.outcomes = outcomes;
        this.observer = new SignalObserver();
        this.requests = open(api, observer);
    }

    /** Sends a fact once there is room, and tells meanwhile what became of earlier ones. */
    public void send(Activity activity) throws InterruptedException {
        absorb();
        // The same key twice in flight could not be told apart in the replies.
        while (inFlight.size() >= IN_FLIGHT_MAX || inFlight.containsKey(key(activity)) || !requests.isReady()) {
            await();
        }
        inFlight.put(key(activity), activity);
        transmit(activity);
    }

    /** Waits until every fact has its outcome, and ends the stream. */
    public void finish() throws InterruptedException {
        while (!inFlight.isEmpty()) {
            await();
        }
        requests.onCompleted();
    }

    private void absorb() throws InterruptedException {
        for (Signal signal = observer.signals().poll();
                signal != null;
                signal = observer.signals().poll()) {
            handle(signal);
        }
    }

    private void await() throws InterruptedException {
        Signal signal = observer.signals().poll();
        if (signal == null && !again.isEmpty()) {
            repeat();
            return;
        }
        if (signal == null) {
            signal = observer.signals().poll(SILENCE_SECONDS_MAX, TimeUnit.SECONDS);
        }
        handle(signal == null ? new Signal.Ended(Status.UNAVAILABLE.withDescription("it is silent")) : signal);
    }

    private void handle(Signal signal) throws InterruptedException {
        switch (signal) {
            case Signal.Ready() -> {}
            case Signal.Reply(RecordActivitiesResponse response) -> reply(response);
            case Signal.Ended(Status status) -> reopen(status);
        }
    }

    private void reply(RecordActivitiesResponse response) {
        Activity activity = inFlight.get(response.getExternalId());
        if (activity == null) {
            return;
        }
        if (!response.hasError()) {
            patience.worked();
            inFlight.remove(response.getExternalId());
            outcomes.recorded(activity, response.getConsequences(), response.getReplayed());
            return;
        }
        ApiError error = ApiError.of(response.getError());
        if (error.passing()) {
            again.add(activity);
        } else {
            inFlight.remove(response.getExternalId());
            outcomes.refused(activity, error);
        }
    }

    private void repeat() throws InterruptedException {
        patience.pause("the server is overloaded");
        List<Activity> repeated = List.copyOf(again);
        again.clear();
        repeated.forEach(this::transmit);
    }

    private void reopen(Status status) throws InterruptedException {
        switch (status.getCode()) {
            // A server that drains ends the stream in good order.
            case OK, UNAVAILABLE, CANCELLED, INTERNAL, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED -> {}
            default -> throw status.asRuntimeException();
        }
        requests.cancel("broken", null);
        patience.pause("the connection to " + api.server() + " is lost");
        again.clear();
        observer = new SignalObserver();
        requests = open(api, observer);
        inFlight.values().forEach(this::transmit);
    }

    private void transmit(Activity activity) {
        requests.onNext(
                RecordActivitiesRequest.newBuilder().setActivity(activity).build());
    }

    private static ClientCallStreamObserver<RecordActivitiesRequest> open(ApiClient api, SignalObserver observer) {
        return (ClientCallStreamObserver<RecordActivitiesRequest>)
                api.activityStream().recordActivities(observer);
    }

    private static String key(Activity activity) {
        return activity.getExternalId();
    }
}
