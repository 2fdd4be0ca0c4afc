package dev.perennial.grpc.shared;

import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Objects;

/** Ends a call before it reached its service. */
final class Refusing {

    private Refusing() {}

    /** Closes the call and returns a listener that ignores whatever still comes. */
    static <Q> ServerCall.Listener<Q> close(ServerCall<Q, ?> call, Status status) {
        StatusRuntimeException exception = StatusProto.toStatusRuntimeException(status);
        call.close(exception.getStatus(), Objects.requireNonNullElseGet(exception.getTrailers(), Metadata::new));
        return new ServerCall.Listener<>() {};
    }
}
