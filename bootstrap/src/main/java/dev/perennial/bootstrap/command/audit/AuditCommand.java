package dev.perennial.bootstrap.command.audit;

import dev.perennial.bootstrap.command.client.CommandFailure;
import dev.perennial.bootstrap.files.FileFailure;
import dev.perennial.bootstrap.server.DatabaseServer;
import dev.perennial.persistence.audit.BalanceList;
import dev.perennial.persistence.audit.Finding;
import dev.perennial.persistence.audit.LedgerAudit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the stored rows, with none of the code that wrote them. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Checks from raw SQL that the ledger's invariants hold: one line a check, and exit status 1 when one does"
                    + " not.",
            "It reads the database in the data folder, which no server may have open meanwhile, or the MySQL server"
                    + " that PERENNIAL_DATABASE_URL names, which may be in use."
        },
        footer = {"", "Examples:", "  perennial audit", "  perennial audit --data my-data --balances balances.csv"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields before it calls
public final class AuditCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "perennial-data",
            description = "Folder of the embedded database (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--balances",
            paramLabel = "FILE",
            description = "Also write what every member has, as CSV, to compare it with another database.")
    @Nullable
    private Path balances;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DatabaseServer database = DatabaseServer.openExisting(data);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            return audit(connection, spec.commandLine().getOut());
        } catch (SQLException failure) {
            throw new CommandFailure("the database cannot be read: " + failure.getMessage(), failure);
        }
    }

    private int audit(Connection connection, PrintWriter out) throws SQLException {
        List<Finding> findings = LedgerAudit.run(connection, finding -> print(out, finding));
        if (balances != null) {
            writeBalances(connection, balances);
        }
        long broken = findings.stream().filter(finding -> !finding.clean()).count();
        out.println(
                broken == 0
                        ? findings.size() + " checks, all clean"
                        : broken + " of " + findings.size() + " checks failed");
        out.flush();
        return broken == 0 ? 0 : 1;
    }

    private static void writeBalances(Connection connection, Path file) throws SQLException {
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            BalanceList.write(connection, csv);
        } catch (IOException failure) {
            throw new CommandFailure("cannot write " + file + ": " + FileFailure.reason(failure), failure);
        }
    }

    private static void print(PrintWriter out, Finding finding) {
        String result = finding.clean() ? "ok    " : "BROKEN";
        String count = finding.clean() ? "" : ": " + finding.violations() + " violations";
        out.printf("%s A%-2d %s%s%n", result, finding.invariant(), finding.name(), count);
        finding.examples().forEach(example -> out.println("           " + example));
        out.flush();
    }
}
