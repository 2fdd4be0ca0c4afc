package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ServerAddress;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.command.client.WholeNumber;
import dev.perennial.bootstrap.server.RunningServer;
import dev.perennial.bootstrap.server.ServerOptions;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server of its own and shows the platform at work on a simulated shop. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a server, plays 18 months of a simulated coffee shop through its API and shows what came of it;"
                    + " then keeps serving until Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  perennial demo",
            "  perennial demo --exit",
            "  perennial demo --data my-demo --port 9090"
        })
public final class DemoCommand implements Runnable {

    @Option(names = "--exit", description = "End instead of serving on.")
    boolean exit;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            converter = WholeNumber.Port.class,
            description = "Port of the gRPC API (default: a free one).")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the data in this folder (default: a temporary one, removed at the end).")
    @Nullable
    Path data;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        // The one look at the clock: the shop's history ends at this moment.
        Instant now = Instant.now();
        Terminal terminal = Terminal.of(spec);
        DemoFolder folder = DemoFolder.of(data);
        terminal.say("starting a server in " + folder.path() + " …");
        Farewell farewell = Farewell.onCtrlC(terminal, folder);
        try (RunningServer server = RunningServer.start(new ServerOptions(port, 0, folder.path(), true));
                ApiClient api = ApiClient.to(ServerAddress.local(server.port()), server.apiKey())) {
            farewell.include(server, api);
            new Tour(api, terminal).show(now);
            if (!exit) {
                serve(server, terminal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            if (!farewell.begun()) {
                throw failure;
            }
        } finally {
            farewell.cancel();
            folder.leave();
        }
    }

    private static void serve(RunningServer server, Terminal terminal) {
        ServerAddress address = ServerAddress.local(server.port());
        new CallExamples(terminal).print(address, server.apiKeyFile());
        terminal.say("serving on " + address + " until Ctrl-C");
        server.awaitTermination();
    }
}
