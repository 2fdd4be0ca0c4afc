package dev.perennial.bootstrap.command.client;

import dev.perennial.bootstrap.server.StartFailure;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns whatever a command threw into one clear line on standard error and an exit status other than 0. A failure that
 * nobody foresaw is a bug and keeps its stack trace.
 */
public final class PlainErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {

    public static final int FAILED = 1;

    /** Makes a command line speak plainly, with all its subcommands. */
    public static CommandLine plain(CommandLine line) {
        PlainErrors errors = new PlainErrors();
        return line.setExecutionExceptionHandler(errors).setParameterExceptionHandler(errors);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        switch (failure) {
            case CommandFailure known -> say(line, known.getMessage());
            case StartFailure mendable -> say(line, mendable.getMessage());
            case StatusRuntimeException refused -> say(line, words(refused, line));
            default -> {
                say(line, "unexpected failure, please report it: " + failure);
                failure.printStackTrace(line.getErr());
            }
        }
        return FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        say(line, failure.getMessage() + " (see " + line.getCommandSpec().qualifiedName() + " --help)");
        return FAILED;
    }

    private static String words(StatusRuntimeException refused, CommandLine line) {
        ApiError error = ApiError.of(refused);
        return switch (error.code()) {
            case UNAVAILABLE ->
                error.reason().isEmpty()
                        ? "no server answers" + where(line) + ": is `perennial serve` running there?"
                        : "the server is not available now, " + error.line();
            case UNAUTHENTICATED -> "the server does not know this API key: look at --key-file or PERENNIAL_KEY";
            case DEADLINE_EXCEEDED -> "the server did not answer in time";
            case INTERNAL, UNKNOWN ->
                "the server failed, " + error.line()
                        + ApiError.correlationId(refused)
                                .map(id -> " (its log has more under " + id + ")")
                                .orElse("");
            default -> "refused, " + error.lines();
        };
    }

    private static String where(CommandLine line) {
        OptionSpec server = line.getCommandSpec().findOption("--server");
        return server == null || server.getValue() == null ? "" : " at " + server.getValue();
    }

    private static void say(CommandLine line, @Nullable String message) {
        line.getErr().println("perennial: " + message);
        line.getErr().flush();
    }
}
