package dev.perennial.bootstrap.story;

import dev.perennial.application.loyalty.DuePoller;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenants;
import dev.perennial.bootstrap.server.RunningServer;
import dev.perennial.bootstrap.server.ServerOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** One running platform for all stories of a test run: a real server on an embedded database, and a clock to move. */
public final class Platform {

    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    static final MovableClock CLOCK = new MovableClock(START);
    static final RunningServer SERVER = start();

    private static final ManagedChannel CONNECTION = connection(SERVER);

    private static final AtomicInteger TENANTS = new AtomicInteger();

    private Platform() {}

    private static RunningServer start() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "story-data-");
            return RunningServer.start(ServerOptions.onFreePorts(data), CLOCK).closeOnShutdown();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ManagedChannel connection(RunningServer server) {
        return NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .build();
    }

    /** A tenant that nobody else uses, with its clock at the start. */
    static Shop newShop() {
        CLOCK.set(START);
        String name = "shop-" + TENANTS.incrementAndGet();
        String key = "key-of-" + name;
        SERVER.part(Tenants.class).add(name, new Secret(key.getBytes(StandardCharsets.UTF_8)), key);
        return new Shop(name, CONNECTION, key);
    }

    /** A sandbox that nobody else uses, with its own clock at the start and everybody's elsewhere. */
    public static Shop newSandbox() {
        String name = "sandbox-" + TENANTS.incrementAndGet();
        String key = "key-of-" + name;
        Secret secret = new Secret(key.getBytes(StandardCharsets.UTF_8));
        SERVER.part(Tenants.class).addSandbox(name, secret, key, START);
        return new Shop(name, CONNECTION, key);
    }

    /** Moves the clock on to the moment, unless it is later already. */
    static void reach(Instant moment) {
        if (CLOCK.instant().isBefore(moment)) {
            CLOCK.set(moment);
        }
    }

    /** Moves the clock and applies everything that is due by then, for everybody. */
    static void advanceTo(Instant moment) {
        CLOCK.set(moment);
        DuePoller poller = SERVER.part(DuePoller.class);
        while (poller.pollOnce().goOn()) {
            // until nothing is due any more
        }
    }
}
