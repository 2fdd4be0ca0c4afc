package dev.perennial.bootstrap.command.sending;

import dev.perennial.contract.activity.v1.RecordActivitiesResponse;
import io.grpc.Status;

/** What a stream tells the thread that sends over it. */
sealed interface Signal {

    /** Room for more, or only a reason to look again. */
    record Ready() implements Signal {}

    record Reply(RecordActivitiesResponse response) implements Signal {}

    record Ended(Status status) implements Signal {}
}
