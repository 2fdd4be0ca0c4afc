package dev.perennial.contract;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import java.util.concurrent.Executor;

/** A tenant's API key as the credential of calls: {@code stub.withCallCredentials(new BearerToken(key))}. */
public final class BearerToken extends CallCredentials {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final String key;

    public BearerToken(String key) {
        this.key = key;
    }

    @Override
    public void applyRequestMetadata(RequestInfo requestInfo, Executor executor, MetadataApplier applier) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + key);
        applier.apply(headers);
    }

    /** Without the key, because texts end up in logs. */
    @Override
    public String toString() {
        return "BearerToken[…]";
    }
}
