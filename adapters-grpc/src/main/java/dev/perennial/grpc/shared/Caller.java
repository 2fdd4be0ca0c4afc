package dev.perennial.grpc.shared;

import dev.perennial.application.shared.Tenant;
import io.grpc.Context;
import java.util.Objects;

/** Who calls: the tenant that the credential of the current call belongs to. */
public final class Caller {

    static final Context.Key<Tenant> TENANT = Context.key("perennial-tenant");

    private Caller() {}

    /** The tenant of the current call. Only to be asked on the thread that the call came in on. */
    public static Tenant tenant() {
        return Objects.requireNonNull(TENANT.get(), "the call was not authenticated");
    }
}
