package dev.perennial.bootstrap.command.demo;

import dev.perennial.bootstrap.command.program.ProgramFile;
import dev.perennial.bootstrap.command.program.ReadProgram;
import dev.perennial.contract.program.v1.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The program of the coffee shop, which the build takes from {@code examples/programs}. */
final class SampleProgram {

    private static final String RESOURCE = "/examples/programs/coffee-shop.json";

    private SampleProgram() {}

    static Program read() {
        try (InputStream json = SampleProgram.class.getResourceAsStream(RESOURCE)) {
            String text = new String(Objects.requireNonNull(json, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
            ReadProgram read = ProgramFile.read(text);
            if (!read.problems().isEmpty()) {
                throw new IllegalStateException(RESOURCE + ": " + read.problems());
            }
            return read.program();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
