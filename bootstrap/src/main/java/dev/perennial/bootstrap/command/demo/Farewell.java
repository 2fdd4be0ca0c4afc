package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.server.RunningServer;

/**
 * Ends the demo in order on Ctrl-C, whatever it is doing: the client goes first, because a server that stops waits for
 * the calls under way, and a stream that plays 18 months is one of them.
 */
final class Farewell {

    private final Terminal terminal;
    private final ApiClient api;
    private final RunningServer server;
    private final DemoFolder folder;
    private final Thread hook = new Thread(this::end, "demo-end");
    private volatile boolean begun;

    private Farewell(Terminal terminal, ApiClient api, RunningServer server, DemoFolder folder) {
        this.terminal = terminal;
        this.api = api;
        this.server = server;
        this.folder = folder;
    }

    static Farewell onCtrlC(Terminal terminal, ApiClient api, RunningServer server, DemoFolder folder) {
        Farewell farewell = new Farewell(terminal, api, server, folder);
        Runtime.getRuntime().addShutdownHook(farewell.hook);
        return farewell;
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
        api.close();
        server.closeUnheard();
        folder.leave();
    }
}
