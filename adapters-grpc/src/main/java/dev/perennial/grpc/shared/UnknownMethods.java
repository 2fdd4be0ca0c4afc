package dev.perennial.grpc.shared;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerInterceptor;
import io.grpc.ServerMethodDefinition;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Answers for every method that no service has; the library by itself would answer outside of the error model. */
final class UnknownMethods extends HandlerRegistry {

    private static final Marshaller<InputStream> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(InputStream bytes) {
            return bytes;
        }

        @Override
        public InputStream parse(InputStream bytes) {
            return InputStream.nullInputStream(); // nobody reads what it says
        }
    };

    private final ServerInterceptor interceptor;

    UnknownMethods(ServerInterceptor interceptor) {
        this.interceptor = interceptor;
    }

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String methodName, @Nullable String authority) {
        MethodDescriptor<InputStream, InputStream> method = MethodDescriptor.newBuilder(BYTES, BYTES)
                .setType(MethodType.UNKNOWN)
                .setFullMethodName(methodName)
                .build();
        return ServerMethodDefinition.create(
                method, (call, headers) -> interceptor.interceptCall(call, headers, UnknownMethods::refuse));
    }

    private static ServerCall.Listener<InputStream> refuse(
            ServerCall<InputStream, InputStream> call, Metadata headers) {
        return Refusing.close(call, Failures.UNKNOWN_METHOD);
    }
}
