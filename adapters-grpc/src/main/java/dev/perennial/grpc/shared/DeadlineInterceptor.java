package dev.perennial.grpc.shared;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.jspecify.annotations.Nullable;

/** A call whose deadline has passed ends before it has any effect: nobody waits for it any more. */
public final class DeadlineInterceptor implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Deadline deadline = Context.current().getDeadline();
        if (hasPassed(deadline)) {
            return Refusing.close(call, Failures.TOO_LATE);
        }
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onHalfClose() {
                // A unary call begins here, possibly long after it arrived; a stream that ends has begun already.
                if (call.getMethodDescriptor().getType().clientSendsOneMessage() && hasPassed(deadline)) {
                    Refusing.close(call, Failures.TOO_LATE);
                } else {
                    super.onHalfClose();
                }
            }
        };
    }

    private static boolean hasPassed(@Nullable Deadline deadline) {
        return deadline != null && deadline.isExpired();
    }
}
