package dev.perennial.bootstrap.story.shops;

import dev.perennial.bootstrap.command.program.ProgramFile;
import dev.perennial.bootstrap.command.program.ReadProgram;
import dev.perennial.contract.program.v1.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program documents that ship, each with its page. */
final class Examples {

    private static final Path FOLDER = Path.of("..", "examples", "programs");

    private Examples() {}

    /** Their names, without the suffix. */
    static List<String> named(String suffix) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String page(String name) {
        return text(name + ".md");
    }

    /** As `perennial apply` reads it. */
    static Program program(String name) {
        ReadProgram read = ProgramFile.read(text(name + ".json"));
        if (!read.problems().isEmpty()) {
            throw new AssertionError(name + ": " + read.problems());
        }
        return read.program();
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
