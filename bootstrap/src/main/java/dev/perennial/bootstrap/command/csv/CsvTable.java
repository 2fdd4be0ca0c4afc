package dev.perennial.bootstrap.command.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FileFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A CSV file whose first line names its columns, in any order.
 *
 * @param required columns that must be there
 * @param optional columns that may be
 */
public record CsvTable(Path file, List<String> required, List<String> optional) {

    /** A field longer than this is one that was never closed. */
    private static final int FIELD_CHARACTERS_MAX = 1 << 16;

    /** Takes the rows one by one. */
    public interface Visitor {
        void row(Row row) throws InterruptedException;
    }

    /**
     * Visits every row but the blank ones.
     *
     * @throws CommandFailure when the file cannot be read, is no CSV, or has other columns
     */
    public void read(Visitor visitor) throws InterruptedException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .detectBomHeader(true)
                        .maxBufferSize(FIELD_CHARACTERS_MAX)
                        .ofCsvRecord(file);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            check(header);
            while (records.hasNext()) {
                CsvRecord record = records.next();
                visitor.row(new Row(file, record.getStartingLineNumber(), header, record.getFields()));
            }
        } catch (CsvParseException e) {
            throw new CommandFailure(file + " is no CSV from some line on: " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    /** How many rows it has, for whoever reads it once more. */
    public long rows() throws InterruptedException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandFailure(file + " is no file: it is read twice, first to count and then to send");
        }
        long[] rows = {0};
        read(row -> rows[0]++);
        return rows[0];
    }

    private void check(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!required.contains(column) && !optional.contains(column)) {
                throw new CommandFailure(
                        "the header of " + file + " has a column \"" + column + "\" that nobody knows; known are "
                                + String.join(
                                        ", ",
                                        Stream.concat(required.stream(), optional.stream())
                                                .toList()));
            }
            if (!seen.add(column)) {
                throw new CommandFailure("the header of " + file + " has the column " + column + " twice");
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                throw new CommandFailure("the header of " + file + " lacks the column " + column);
            }
        }
    }
}
