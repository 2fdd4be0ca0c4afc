package dev.perennial.bootstrap;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The executable. */
@Command(
        name = "perennial",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Customer retention and referral over gRPC: points and what follows from what customers do.",
        subcommands = {ServeCommand.class})
public final class Perennial {

    public static void main(String... args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Perennial())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("perennial: " + failure.getMessage());
                    return 1;
                })
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
