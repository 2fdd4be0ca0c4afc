package dev.perennial.domain.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the verifier that callers may run, as they would: as one source file, in a process of its own. */
public final class RaffleVerifier {

    private static final Path SOURCE = Path.of("../examples/raffle/VerifyRaffle.java");

    private RaffleVerifier() {}

    /** What it says of the published lines: {@code verified}, or what does not fit. */
    public static String says(List<String> published) {
        try {
            Path file = Files.write(Files.createTempFile("published", ".txt"), published);
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            Process process = new ProcessBuilder(java.toString(), SOURCE.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
            try (var output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
