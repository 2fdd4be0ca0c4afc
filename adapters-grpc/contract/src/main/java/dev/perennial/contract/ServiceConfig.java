package dev.perennial.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How a client should call: which errors to retry, how often and how patiently. */
public final class ServiceConfig {

    private ServiceConfig() {}

    /** The service config as JSON. Every mutation is idempotent, so repeating what was UNAVAILABLE is always safe. */
    public static String json() {
        try (InputStream config = ServiceConfig.class.getResourceAsStream("service_config.json")) {
            return new String(Objects.requireNonNull(config).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
