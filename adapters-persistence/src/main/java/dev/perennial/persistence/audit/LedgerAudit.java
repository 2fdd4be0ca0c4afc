package dev.perennial.persistence.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The auditor: every check against one snapshot of the database, which may be in use meanwhile. Rows are streamed, so
 * that the ledger's size does not matter here.
 */
public final class LedgerAudit {

    /** MySQL's driver reads a whole result into memory unless it is asked for this number of rows at a time. */
    private static final int ROW_BY_ROW = Integer.MIN_VALUE;

    private LedgerAudit() {}

    /**
     * Runs every check, in the order of their numbers.
     *
     * @param connection is left in the middle of a transaction that wrote nothing; use it for nothing else
     * @param each is told of each check as soon as it is done
     * @return what was found, one finding a check
     */
    public static List<Finding> run(Connection connection, Consumer<Finding> each) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks()) {
            Finding finding = run(connection, check);
            each.accept(finding);
            findings.add(finding);
        }
        Finding caps = CapAudit.run(connection);
        each.accept(caps);
        findings.add(caps);
        return findings;
    }

    static List<Check> checks() {
        return Stream.of(
                        BookChecks.ALL,
                        LotChecks.ALL,
                        RedemptionChecks.ALL,
                        TransferChecks.ALL,
                        PoolChecks.ALL,
                        MergeChecks.ALL,
                        GuestChecks.ALL,
                        RequestChecks.ALL,
                        RowChecks.ALL,
                        StandingChecks.ALL,
                        RaffleChecks.ALL,
                        SumChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }

    static Statement streaming(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(ROW_BY_ROW);
        return statement;
    }

    static Finding run(Connection connection, Check check) throws SQLException {
        Violations violations = new Violations();
        try (Statement statement = streaming(connection);
                ResultSet rows = statement.executeQuery(check.violations())) {
            while (rows.next()) {
                violations.add(described(rows));
            }
        } catch (SQLException failure) {
            throw new SQLException("cannot check that " + check.name() + ": " + failure.getMessage(), failure);
        }
        return violations.of(check.invariant(), check.name());
    }

    private static String described(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            parts.add(columns.getColumnLabel(i) + "=" + row.getString(i));
        }
        return String.join(" ", parts);
    }
}
