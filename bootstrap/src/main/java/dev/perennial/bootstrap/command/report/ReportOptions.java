package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all reports can be asked for. */
final class ReportOptions {

    @Mixin
    ClientOptions client = new ClientOptions();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write CSV to this file instead of a table.")
    @Nullable
    Path csv;

    /** Asks the server and shows the reply: as a table for people, or as CSV in a file. */
    <R> void show(Function<ApiClient, R> question, Function<R, String> asCsv, Consumer<R> asTable) {
        try (ApiClient api = client.connect()) {
            R reply = question.apply(api);
            if (csv == null) {
                asTable.accept(reply);
            } else {
                write(csv, asCsv.apply(reply));
            }
        }
    }

    private static void write(Path file, String csv) {
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + ": " + FileFailure.reason(e), e);
        }
    }
}
