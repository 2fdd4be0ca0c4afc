package dev.perennial.grpc.shared;

import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;

/**
 * A service whose requests are read and checked before it gets them, but inside of the interceptors around it: these
 * have to see a request that cannot be read fail as every other call.
 */
public final class CheckedService implements BindableService {

    private final ServerServiceDefinition definition;

    public CheckedService(BindableService service, Validation validation) {
        ServerServiceDefinition plain = service.bindService();
        validation.warmUp(plain);
        definition = ServerInterceptors.useInputStreamMessages(
                ServerInterceptors.intercept(plain, new ValidationInterceptor(validation)));
    }

    @Override
    public ServerServiceDefinition bindService() {
        return definition;
    }
}
