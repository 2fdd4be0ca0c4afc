package dev.perennial.bootstrap.command.csv;

import java.nio.file.Path;

/**
 * Something that is wrong in a file.
 *
 * @param line from 1
 * @param field the column, or what the server calls it; empty for the row as a whole
 */
public record Fault(Path file, long line, String field, String reason) {

    /** For a person who looks at the file. */
    public String text() {
        return file.getFileName() + " line " + line + ": " + (field.isEmpty() ? "it" : field) + " " + reason;
    }
}
