package dev.perennial.grpc.activity;

import com.google.protobuf.Timestamp;
import dev.perennial.application.activity.FutureFacts;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.RecordActivitiesRequest;
import dev.perennial.contract.activity.v1.RecordActivityRequest;
import dev.perennial.contract.activity.v1.SimulateActivityRequest;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What the annotations of an activity cannot say. */
public final class ActivityChecks {

    /** The source under which the platform itself tells. */
    private static final String OWN_SOURCE = "perennial";

    private static final String OWN_DETAIL = "is told by the platform itself only";

    private final InstantSource clock;

    private ActivityChecks(InstantSource clock) {
        this.clock = clock;
    }

    /** @param clock tells what is the future, but to sandboxes */
    public static ActivityChecks by(InstantSource clock) {
        return new ActivityChecks(clock);
    }

    /** @param clock tells what is the future, but to sandboxes */
    public static List<SyntaxCheck<?>> all(InstantSource clock) {
        ActivityChecks checks = by(clock);
        return List.of(
                new SyntaxCheck<>(
                        RecordActivityRequest.class,
                        (request, problems) -> checks.check(request.getActivity(), problems)),
                new SyntaxCheck<>(
                        RecordActivitiesRequest.class,
                        (request, problems) -> checks.check(request.getActivity(), problems)),
                new SyntaxCheck<>(
                        SimulateActivityRequest.class,
                        (request, problems) -> checks.check(request.getActivity(), problems)));
    }

    /** The request's field {@code activity}. */
    public void check(Activity activity, Problems request) {
        Problems problems = request.at("activity");
        checkMoment(activity, problems.at("occurred_at"));
        checkTeller(activity, problems);
        TextChecks.check(activity, problems);
        if (activity.hasPurchase()) {
            OrderChecks.check(activity.getPurchase(), problems.at("purchase"));
        }
        if (activity.hasRefund()) {
            OrderChecks.check(activity.getRefund(), problems.at("refund"));
        }
    }

    /** Not by an annotation: the library that evaluates them throws at a second that is out of range. */
    private void checkMoment(Activity activity, Problems problems) {
        Timestamp moment = activity.getOccurredAt();
        if (!activity.hasOccurredAt()) {
            problems.add("must be set");
        } else if (!Times.isValid(moment)) {
            problems.add("is not a valid timestamp");
        } else if (moment.getSeconds() < 0) {
            problems.add("must not be before 1970");
        } else {
            problems.require(!isToCome(Times.toDomain(moment)), FutureFacts.PROBLEM);
        }
    }

    private boolean isToCome(Instant occurredAt) {
        return Caller.livesInRealTime() && FutureFacts.isToCome(occurredAt, clock.instant());
    }

    /** What is decided by a command or by time is told by nobody but the platform itself. */
    private static void checkTeller(Activity activity, Problems problems) {
        problems.at("source").require(!activity.getSource().equals(OWN_SOURCE), "is reserved for the platform itself");
        switch (activity.getDetailCase()) {
            case MEMBERSHIP_TRIAL -> problems.at("membership_trial").add(OWN_DETAIL);
            case MEMBERSHIP_CANCELLATION ->
                problems.at("membership_cancellation").add(OWN_DETAIL);
            case STATUS_MATCH -> problems.at("status_match").add(OWN_DETAIL);
            case CELEBRATION -> problems.at("celebration").add(OWN_DETAIL);
            default -> {}
        }
    }
}
