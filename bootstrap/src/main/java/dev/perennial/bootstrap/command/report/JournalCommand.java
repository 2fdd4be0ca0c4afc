package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The journal of deferred revenue, for an accountant to post. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "The journal of deferred revenue, for an accountant to post: every day's units and money.",
        footer = {
            "",
            "The CSV has the columns day,unit,program_version,class,debit,credit,units,money,currency;",
            "money is in the smallest unit of the currency. docs/books.md explains the accounts."
        })
final class JournalCommand implements Runnable {

    @Mixin
    ReportOptions options = new ReportOptions();

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day, such as 2026-01-01.")
    LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day, such as 2026-01-31.")
    LocalDate to = LocalDate.EPOCH;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        options.show(this::journal, JournalCsv::of, new JournalTable(Terminal.of(spec))::print);
    }

    private List<StreamJournalResponse> journal(ApiClient api) {
        List<StreamJournalResponse> parts = new ArrayList<>();
        api.books()
                .streamJournal(StreamJournalRequest.newBuilder()
                        .setFrom(Days.date(from))
                        .setTo(Days.date(to))
                        .build())
                .forEachRemaining(parts::add);
        return parts;
    }
}
