package dev.perennial.bootstrap.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database process whose parent was killed. It still holds the tables and would keep a new one from starting. */
final class OrphanServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OrphanServer() {}

    /**
     * Ends it in order, so that it writes what it still has. The caller holds the folder, so nobody else can be using
     * it.
     */
    static void end(DataFolder folder) throws IOException {
        Optional<ProcessHandle> orphan = find(folder);
        if (orphan.isPresent()) {
            log.warn(
                    "ending the database process {} that an earlier run left behind",
                    orphan.get().pid());
            await(orphan.get());
        }
        Files.deleteIfExists(folder.processId());
    }

    private static Optional<ProcessHandle> find(DataFolder folder) throws IOException {
        Path file = folder.processId();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String pid = Files.readString(file).strip();
        // A process number is used again after a while: it is ours only if it serves this very folder.
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid)).filter(process -> serves(process, folder.tables()));
    }

    private static boolean serves(ProcessHandle process, Path tables) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(tables.toString()))
                .orElse(false);
    }

    private static void await(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
