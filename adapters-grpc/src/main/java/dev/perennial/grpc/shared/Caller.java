package dev.perennial.grpc.shared;

import dev.perennial.application.shared.Tenant;
import io.grpc.Context;
import java.util.Objects;

/** Who calls: the tenant that the credential of the current call belongs to. */
public final class Caller {

    static final Context.Key<Tenant> TENANT = Context.key("perennial-tenant");

    private Caller() {}

    /**
     * Whether the caller's time is everybody's. What time it is in a sandbox is only known where the request is decided.
     */
    public static boolean livesInRealTime() {
        Tenant tenant = TENANT.get();
        return tenant == null || !tenant.sandbox();
    }

    /** The tenant of the current call. Only to be asked on the thread that the call came in on. */
    public static Tenant tenant() {
        return Objects.requireNonNull(TENANT.get(), "the call was not authenticated");
    }
}
