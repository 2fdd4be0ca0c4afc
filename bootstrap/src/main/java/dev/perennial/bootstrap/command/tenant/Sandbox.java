package dev.perennial.bootstrap.command.tenant;

import dev.perennial.bootstrap.command.client.CommandFailure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** That a tenant is to be a sandbox, and since when. */
final class Sandbox {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Option(
            names = "--sandbox",
            required = true,
            description = "Its time stands still until it is advanced over the API, and stays virtual for ever.")
    private boolean wanted;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "What the sandbox's clock shows at first, such as 2026-01-05T09:00:00Z (default: now).")
    private @Nullable Instant at;

    static Optional<Instant> startOf(@Nullable Sandbox sandbox) {
        return sandbox == null || !sandbox.wanted ? Optional.empty() : Optional.of(sandbox.start());
    }

    private Instant start() {
        Instant start = at == null ? Instant.now() : at;
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw new CommandFailure("--at must be from 1970 to 9999");
        }
        return start.truncatedTo(ChronoUnit.MICROS);
    }
}
