package dev.perennial.grpc.shared;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller gets to see of a failure: enough to know what to do next, nothing of how the server is made. */
public final class Failures {

    static final Status KEY_MISSING = failure(
            Code.UNAUTHENTICATED, "API_KEY_MISSING", "The metadata must carry authorization: Bearer <API key>.");
    static final Status KEY_UNKNOWN = failure(Code.UNAUTHENTICATED, "API_KEY_UNKNOWN", "The API key is not known.");
    static final Status TOO_LATE = failure(
            Code.DEADLINE_EXCEEDED,
            "DEADLINE_EXCEEDED",
            "The deadline had passed before the call began; it had no effect.");

    static final Status UNKNOWN_METHOD = failure(Code.UNIMPLEMENTED, "UNIMPLEMENTED", "There is no such method.");

    private static final Status UNREADABLE = Refusals.status(new Refusal(
            Reason.INVALID_REQUEST, "The request's bytes are no message of its type.", Map.of(), List.of()));
    private static final Status CONFLICT =
            failure(Code.ABORTED, "LOST_RACE", "Other requests changed the same data; repeat the whole operation.");
    private static final Status UNAVAILABLE = failure(
            Code.UNAVAILABLE,
            "STORAGE_UNAVAILABLE",
            "Storage cannot be reached; nothing happened, repeat the same request.");
    private static final Status UNKNOWN_OUTCOME = failure(
            Code.UNAVAILABLE, "OUTCOME_UNKNOWN", "The outcome is not known; repeat the same request to learn it.");
    private static final Status OVERLOADED = failure(
            Code.UNAVAILABLE, "OVERLOADED", "The server is busy or about to stop; repeat the same request later.");

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Turns what is thrown later, on whatever thread, into statuses for the current call. */
    public static Function<Throwable, Status> ofCurrentCall() {
        Exchange exchange = Exchange.current();
        return thrown -> status(thrown, exchange);
    }

    /**
     * The status for whatever was thrown; what is not an ordinary outage is logged and told by its correlation id only.
     */
    static Status status(Throwable thrown, Exchange exchange) {
        return switch (thrown) {
            case CompletionException wrapped when wrapped.getCause() != null -> status(wrapped.getCause(), exchange);
            case StorageException.Conflict conflict -> CONFLICT;
            case StorageException.Unavailable unavailable -> UNAVAILABLE;
            case StorageException.OutcomeUnknown unknown -> UNKNOWN_OUTCOME;
            case Overloaded overloaded -> OVERLOADED;
            case StatusRuntimeException unread
            when unread.getCause() instanceof InvalidProtocolBufferException -> unreadable(unread, exchange);
            default -> internal(thrown, exchange);
        };
    }

    /** Any caller can send such bytes as often as it likes: nothing for an operator to read. */
    private static Status unreadable(Throwable thrown, Exchange exchange) {
        LOG.debug("Call {} sent what cannot be read", exchange.correlationId(), thrown);
        return UNREADABLE;
    }

    /** A status as what ends a call. */
    public static StatusRuntimeException exception(Status status) {
        return StatusProto.toStatusRuntimeException(status);
    }

    private static Status internal(Throwable thrown, Exchange exchange) {
        LOG.error("Call {} failed", exchange.correlationId(), thrown);
        return internal(exchange);
    }

    static Status internal(Exchange exchange) {
        Map<String, String> details = Map.of("correlation_id", exchange.correlationId());
        return Refusals.status(Code.INTERNAL, "INTERNAL", "Something went wrong inside; it was logged.", details)
                .build();
    }

    private static Status failure(Code code, String reason, String message) {
        return Refusals.status(code, reason, message, Map.of()).build();
    }
}
