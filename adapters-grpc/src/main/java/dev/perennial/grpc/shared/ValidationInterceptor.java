package dev.perennial.grpc.shared;

import com.google.protobuf.Message;
import dev.perennial.domain.shared.Problem;
import dev.perennial.domain.shared.Refusal;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.List;

/**
 * Refuses malformed requests before they reach their service, with every wrong field. Streams look at their requests
 * themselves, because one malformed request must not end the others.
 */
public final class ValidationInterceptor implements ServerInterceptor {

    private final Validation validation;

    public ValidationInterceptor(Validation validation) {
        this.validation = validation;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (!call.getMethodDescriptor().getType().clientSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            private boolean refused;

            @Override
            public void onMessage(Q message) {
                List<Problem> problems = message instanceof Message request ? validation.problems(request) : List.of();
                if (problems.isEmpty()) {
                    super.onMessage(message);
                } else {
                    refused = true;
                    Refusing.close(call, Refusals.status(Refusal.invalid(problems)));
                }
            }

            @Override
            public void onHalfClose() {
                if (!refused) { // a service that got no message would complain about that
                    super.onHalfClose();
                }
            }
        };
    }
}
