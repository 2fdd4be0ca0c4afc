package dev.perennial.bootstrap.command.importing;

import dev.perennial.bootstrap.command.client.ApiClient;
import dev.perennial.bootstrap.command.client.ClientOptions;
import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.command.client.Progress;
import dev.perennial.bootstrap.command.client.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings purchases from a CSV file into the platform. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports purchases from a CSV file.",
            "One row is an order line; the header is",
            "  member_id,order_id,occurred_at,currency,amount,sku,name,quantity",
            "amount is the line's total in currency units; occurred_at without an offset is in the program's time"
                + " zone; of several in an order the earliest counts. Members that are not known are enrolled. A bad"
                + " row is reported with its line number, its order is not sent, the others are; blank lines are"
                + " skipped.",
            "The key of an order is its source with member_id/order_id, so that two members may have an order of the"
                    + " same id. A %% or / in a member_id is written as %%25 or %%2F in it, and a key of more than 128"
                    + " characters is replaced by its hash."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Everything is imported.", "1:Failure.", "2:Some rows were bad, the others are imported."},
        footer = {
            "",
            "It can be run again at any time: what is imported already is not doubled.",
            "",
            "Examples:",
            "  perennial import purchases.csv",
            "  perennial import today.csv --grant-units --source shop"
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int SOME_ROWS_BAD = 2;
    private static final Pattern SOURCE = Pattern.compile("[ -~]{1,128}");

    @Mixin
    ClientOptions client = new ClientOptions();

    @Parameters(paramLabel = "FILE", description = "The CSV file, in UTF-8. It is read twice.")
    Path file = Path.of("purchases.csv");

    @Option(
            names = "--grant-units",
            description = "Let the purchases earn as if they happened now; else they are history.")
    boolean grantUnits;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Where the orders come from, which is a part of their key (default: import:FILE without its"
                    + " folders).")
    @Nullable
    String source;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.of(spec);
        String source = source();
        requireRegularFile();
        try (ApiClient api = client.connect()) {
            RowParser parser = new RowParser(zone(api));
            // Before anything is sent: a file that is something else altogether is refused here.
            FileIndex index = FileIndex.of(file);
            Progress progress = new Progress(terminal, "lines", index.rows());
            ImportSummary summary = new ImportSummary(progress);
            ImportRun run = new ImportRun(api, source, !grantUnits, summary);
            Orders orders = new Orders(parser, index, run);
            try {
                new PurchaseCsv(file).read(orders);
                orders.finish();
                run.finish();
            } finally {
                progress.clear();
            }
            terminal.say(summary.text(run.enrolments().seen(), run.enrolments().enrolled()));
            return summary.allGood() ? 0 : SOME_ROWS_BAD;
        }
    }

    private String source() {
        String name = source == null ? "import:" + file.getFileName() : source;
        if (!SOURCE.matcher(name).matches()) {
            throw new CommandFailure("the source \"" + name
                    + "\" must have 1 to 128 printable ASCII characters: name another with --source");
        }
        return name;
    }

    private void requireRegularFile() {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandFailure(file + " is a " + (Files.isDirectory(file) ? "folder" : "pipe or a device")
                    + ": the import reads twice, first to count and then to send, and needs a file");
        }
    }

    private static ZoneId zone(ApiClient api) {
        return api.program().map(program -> ZoneId.of(program.getTimeZone())).orElse(ZoneOffset.UTC);
    }
}
