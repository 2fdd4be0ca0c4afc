package dev.perennial.grpc.shared;

import io.grpc.Metadata;

/** The names that requests and replies carry beside their messages. */
final class MetadataKeys {

    static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    static final Metadata.Key<String> CORRELATION_ID = ascii("x-request-id");

    /** {@code true} on a reply that repeats an earlier one; absent otherwise. */
    static final Metadata.Key<String> REPLAYED = ascii("perennial-replayed");

    static final Metadata.Key<byte[]> STATUS_DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private MetadataKeys() {}

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
