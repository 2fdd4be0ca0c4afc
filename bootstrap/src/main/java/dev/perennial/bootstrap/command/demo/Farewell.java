package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.server.RunningServer;
import org.jspecify.annotations.Nullable;

/**
 * Ends the demo in order on Ctrl-C, whatever it is doing: the client goes first, because a server that stops waits for
 * the calls under way, and a stream that plays 18 months is one of them.
 */
final class Farewell {

    private final Terminal terminal;
    private final DemoFolder folder;
    private final Thread hook = new Thread(this::end, "demo-end");
    private volatile @Nullable ApiClient api;
    private volatile @Nullable RunningServer server;
    private volatile boolean begun;

    private Farewell(Terminal terminal, DemoFolder folder) {
        this.terminal = terminal;
        this.folder = folder;
    }

    static Farewell onCtrlC(Terminal terminal, DemoFolder folder) {
        Farewell farewell = new Farewell(terminal, folder);
        Runtime.getRuntime().addShutdownHook(farewell.hook);
        return farewell;
    }

    /** From now on there are these to close, too. */
    void include(RunningServer startedServer, ApiClient connectedApi) {
        server = startedServer;
        api = connectedApi;
    }

    /** Whether the process is ending: what fails from then on fails for that reason. */
    boolean begun() {
        return begun;
    }

    /** For a demo that ends by itself. */
    void cancel() {
        if (!begun) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void end() {
        begun = true;
        terminal.note("stopping…");
        ApiClient connected = api;
        RunningServer started = server;
        if (connected != null) {
            connected.close();
        }
        if (started != null) {
            started.closeUnheard();
        }
        folder.leave();
    }
}
