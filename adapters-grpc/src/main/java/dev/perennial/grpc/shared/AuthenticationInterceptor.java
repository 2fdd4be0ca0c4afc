package dev.perennial.grpc.shared;

import dev.perennial.application.shared.Tenant;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which tenant calls, by the API key in {@code authorization: Bearer <key>}. Calls without a known key end
 * with UNAUTHENTICATED; health and reflection are open, because they tell nothing about a tenant.
 */
public final class AuthenticationInterceptor implements ServerInterceptor {

    private static final Set<String> OPEN_SERVICES = Set.of(
            "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection");
    private static final String SCHEME = "Bearer ";

    private final KnownKeys keys;

    public AuthenticationInterceptor(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (isOpen(call)) {
            return next.startCall(call, headers);
        }
        Optional<String> key = key(headers.get(MetadataKeys.AUTHORIZATION));
        if (key.isEmpty()) {
            return Refusing.close(call, Failures.KEY_MISSING);
        }
        Optional<Tenant> tenant = keys.tenant(key.get());
        if (tenant.isEmpty()) {
            return Refusing.close(call, Failures.KEY_UNKNOWN);
        }
        Context context = Context.current().withValue(Caller.TENANT, tenant.get());
        return Contexts.interceptCall(context, call, headers, next);
    }

    private static boolean isOpen(ServerCall<?, ?> call) {
        String service = call.getMethodDescriptor().getServiceName();
        return service != null && OPEN_SERVICES.contains(service);
    }

    private static Optional<String> key(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip()).filter(key -> !key.isEmpty())
                : Optional.empty();
    }
}
