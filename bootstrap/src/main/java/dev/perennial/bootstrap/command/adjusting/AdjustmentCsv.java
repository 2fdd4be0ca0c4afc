package dev.perennial.bootstrap.command.adjusting;

import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.csv.CsvTable;
import dev.perennial.bootstrap.command.csv.Row;
import dev.perennial.contract.ledger.v1.BulkLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a CSV file. A file with a broken line is not a bulk that anybody could approve, so it is refused. */
final class AdjustmentCsv {

    static final List<String> HEADER = List.of("member_id", "unit", "amount");

    private AdjustmentCsv() {}

    /** Each line has the number that it has in the file. */
    static List<BulkLine> read(Path file) throws InterruptedException {
        List<BulkLine> lines = new ArrayList<>();
        new CsvTable(file, HEADER, List.of()).read(row -> lines.add(line(row)));
        return lines;
    }

    private static BulkLine line(Row row) {
        BulkLine line = BulkLine.newBuilder()
                .setLineNumber(Math.toIntExact(row.line()))
                .setMemberId(row.text("member_id"))
                .setUnit(row.text("unit"))
                .setAmount(row.difference("amount"))
                .build();
        if (!row.faults().isEmpty()) {
            throw new CommandFailure(row.faults().getFirst().text());
        }
        return line;
    }
}
