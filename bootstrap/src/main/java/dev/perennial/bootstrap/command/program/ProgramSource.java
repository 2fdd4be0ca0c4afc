package dev.perennial.bootstrap.command.program;

import dev.perennial.bootstrap.command.client.ApiError;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.bootstrap.files.FileFailure;
import dev.perennial.contract.program.v1.Program;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A program in a file, with its problems told by line. */
public final class ProgramSource {

    private final Path file;
    private final ReadProgram read;
    private final ProgramProblems problems;

    private ProgramSource(Path file, ReadProgram read, ProgramProblems problems) {
        this.file = file;
        this.read = read;
        this.problems = problems;
    }

    /** Reads it; what is no program of any kind is told at once. */
    public static ProgramSource of(Path file, Terminal terminal) {
        ReadProgram read = ProgramFile.read(content(file));
        ProgramProblems problems = new ProgramProblems(file.toString(), read, terminal.err());
        problems.structural();
        if (!read.problems().isEmpty()) {
            throw new CommandFailure(file + " has " + counted(read.problems().size()));
        }
        return new ProgramSource(file, read, problems);
    }

    public Program program() {
        return read.program();
    }

    /** What to throw for a refusal: when it is about the program, its problems are told first. */
    public RuntimeException failure(StatusRuntimeException refused) {
        ApiError error = ApiError.of(refused);
        if (error.violations().isEmpty()) {
            return refused;
        }
        problems.violations(error.violations());
        return new CommandFailure(file + " has " + counted(error.violations().size()), refused);
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    private static String counted(int problems) {
        return problems == 1 ? "1 problem" : problems + " problems";
    }
}
