package dev.perennial.bootstrap.command.importing;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of what the CSV reader finds, and remembers where a record began that it could not read. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    /** Lines before the part of the file that is being read. */
    private final long linesBefore;

    private List<String> fields = new ArrayList<>();
    private boolean spansLines;
    private long line;

    RecordHandler(long linesBefore) {
        this.linesBefore = linesBefore;
    }

    /** The line on which the latest record began, finished or not. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLine) {
        fields = new ArrayList<>(CsvRow.HEADER.size());
        spansLines = false;
        line = linesBefore + startingLine;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        String field = new String(buffer, offset, length);
        spansLines |= quoted && field.indexOf('\n') >= 0;
        fields.add(field);
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, fields, problem());
    }

    /** The record that could not be read to its end, with the fields before the fault. */
    CsvRow broken(String reason) {
        return new CsvRow(line, fields, reason);
    }

    /** Whether the latest record swallowed other lines for want of a closing quote. */
    boolean swallowed() {
        return spansLines && fields.size() != CsvRow.HEADER.size();
    }

    private @Nullable String problem() {
        if (fields.size() != CsvRow.HEADER.size()) {
            return "it has " + fields.size() + (fields.size() == 1 ? " field" : " fields") + " instead of "
                    + CsvRow.HEADER.size() + (spansLines ? ", perhaps for want of a closing quote" : "");
        }
        return null;
    }
}
