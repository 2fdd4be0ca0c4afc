package dev.perennial.bootstrap.command.serve;

import dev.perennial.bootstrap.command.client.WholeNumber;
import dev.perennial.bootstrap.server.RunningServer;
import dev.perennial.bootstrap.server.ServerOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the platform until it is asked to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the gRPC API on loopback until SIGTERM or Ctrl-C.",
            "By default it starts a database of its own in the data folder; PERENNIAL_DATABASE_URL, "
                    + "PERENNIAL_DATABASE_USER and PERENNIAL_DATABASE_PASSWORD name a MySQL server instead."
        },
        footer = {"", "Examples:", "  perennial serve", "  perennial serve --port 0 --management-port 0 --data my-data"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before it calls
public final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9090",
            converter = WholeNumber.Port.class,
            description = "Port of the gRPC API, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            defaultValue = "9091",
            converter = WholeNumber.Port.class,
            description = "Port of health and metrics over HTTP, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int managementPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "perennial-data",
            description = "Folder of the embedded database and the keys (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunningServer server = RunningServer.start(new ServerOptions(port, managementPort, data, false))
                .closeOnShutdown();
        if (server.isKeyNew()) {
            out.println("key of the tenant demo, kept in " + server.apiKeyFile() + ": " + server.apiKey());
        }
        out.println(
                "perennial is ready: gRPC on localhost:" + server.port() + ", health and metrics on http://localhost:"
                        + server.managementPort() + "/actuator, key in " + server.apiKeyFile());
        out.flush();
        server.awaitTermination();
        return 0;
    }
}
