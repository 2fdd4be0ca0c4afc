package dev.perennial.bootstrap.command.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FileFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file after its header, the broken ones included. */
final class PurchaseCsv {

    /** A field longer than this is one that was never closed. */
    private static final int FIELD_CHARACTERS_MAX = 1 << 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;

    PurchaseCsv(Path file) {
        this.file = file;
    }

    /** Takes the rows one by one. */
    interface Visitor {
        void row(CsvRow row) throws InterruptedException;
    }

    /**
     * Visits every row but the blank ones; a broken one costs only itself, because reading starts again on the line
     * after it.
     */
    void read(Visitor visitor) throws InterruptedException {
        try {
            long linesDone = 0;
            while (linesDone >= 0) {
                linesDone = readFrom(linesDone, visitor);
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    /** Reads to the end and answers −1, or to a broken record and answers the line after which to go on. */
    private long readFrom(long linesDone, Visitor visitor) throws IOException, InterruptedException {
        RecordHandler handler = new RecordHandler(linesDone);
        try (BufferedReader text = open(linesDone);
                CsvReader<CsvRow> reader = CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .maxBufferSize(FIELD_CHARACTERS_MAX)
                        .build(handler, text);
                CloseableIterator<CsvRow> rows = reader.iterator()) {
            if (linesDone == 0) {
                checkHeader(next(rows));
            }
            for (CsvRow row = next(rows); row != null; row = next(rows)) {
                if (!row.blank()) {
                    visitor.row(row);
                }
                if (handler.swallowed()) {
                    return row.line();
                }
            }
            return -1;
        } catch (CsvParseException e) {
            if (handler.line() <= 1) {
                throw notOurs("it is no CSV", e);
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            visitor.row(handler.broken("it is no CSV: " + cause.getMessage()));
            return handler.line();
        }
    }

    private static @Nullable CsvRow next(CloseableIterator<CsvRow> rows) {
        return rows.hasNext() ? rows.next() : null;
    }

    private void checkHeader(@Nullable CsvRow header) {
        if (header == null || !header.fields().equals(CsvRow.HEADER)) {
            throw notOurs("its first line must be " + String.join(",", CsvRow.HEADER), null);
        }
    }

    private CommandFailure notOurs(String why, @Nullable Throwable cause) {
        String message = file + " cannot be imported: " + why;
        return cause == null ? new CommandFailure(message) : new CommandFailure(message, cause);
    }

    /** What is not UTF-8 reads as U+FFFD, so that it harms only its own row. */
    private BufferedReader open(long skippedLines) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        for (long skipped = 0; skipped < skippedLines && text.readLine() != null; skipped++) {}
        return text;
    }
}
