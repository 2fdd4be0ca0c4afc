package dev.perennial.bootstrap.command.adjusting;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FileFailure;
import dev.perennial.contract.ledger.v1.BulkLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a CSV file. A file with a broken line is not a bulk that anybody could approve, so it is refused. */
final class AdjustmentCsv {

    static final List<String> HEADER = List.of("member_id", "unit", "amount");

    private AdjustmentCsv() {}

    /** Each line has the number that it has in the file. */
    static List<BulkLine> read(Path file) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(Files.newBufferedReader(file))) {
            List<BulkLine> lines = new ArrayList<>();
            boolean header = true;
            for (CsvRecord row : rows) {
                if (header) {
                    checkHeader(file, row.getFields());
                    header = false;
                } else {
                    lines.add(line(file, row));
                }
            }
            return lines;
        } catch (NoSuchFileException missing) {
            throw new CommandFailure("there is no file " + file, missing);
        } catch (CsvParseException broken) {
            throw new CommandFailure(file + " is no CSV: " + broken.getMessage(), broken);
        } catch (IOException failure) {
            throw new CommandFailure(file + " cannot be read: " + FileFailure.reason(failure), failure);
        }
    }

    private static void checkHeader(Path file, List<String> fields) {
        for (int i = 0; i < HEADER.size(); i++) {
            if (i >= fields.size() || !fields.get(i).equals(HEADER.get(i))) {
                throw new CommandFailure(file + ": column " + (i + 1) + " of its first line must be " + HEADER.get(i));
            }
        }
    }

    private static BulkLine line(Path file, CsvRecord row) {
        long number = row.getStartingLineNumber();
        if (row.getFieldCount() != HEADER.size()) {
            throw new CommandFailure(file + ", line " + number + ": there must be " + HEADER.size() + " fields");
        }
        try {
            return BulkLine.newBuilder()
                    .setLineNumber(Math.toIntExact(number))
                    .setMemberId(row.getField(0))
                    .setUnit(row.getField(1))
                    .setAmount(Long.parseLong(row.getField(2)))
                    .build();
        } catch (NumberFormatException broken) {
            throw new CommandFailure(
                    file + ", line " + number + ": amount must be a whole number of the unit's smallest steps", broken);
        }
    }
}
