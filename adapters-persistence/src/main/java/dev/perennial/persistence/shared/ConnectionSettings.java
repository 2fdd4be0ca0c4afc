package dev.perennial.persistence.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** How connections have to be set up; the pool does it once for each, so that no transaction has to. */
public final class ConnectionSettings {

    /** The isolation of every transaction. */
    public static final int ISOLATION = Connection.TRANSACTION_READ_COMMITTED;

    /** Run on each new connection. A lane that waits longer than this for a row gives way and tries again. */
    public static final String INITIAL_SQL = "set session innodb_lock_wait_timeout = 2";

    private ConnectionSettings() {}

    /**
     * Properties of MySQL Connector/J on which speed depends.
     *
     * <p>RATIONALE: no prepared statements on the server. A batch is rewritten to one statement of as many rows as
     * there are, and the server would have to prepare each such length anew.
     */
    public static Map<String, String> driverProperties() {
        return Map.of(
                "rewriteBatchedStatements", "true",
                "cachePrepStmts", "true",
                "prepStmtCacheSize", "500",
                "prepStmtCacheSqlLimit", "16384",
                "useLocalSessionState", "true",
                "cacheServerConfiguration", "true",
                "elideSetAutoCommits", "true",
                "maintainTimeStats", "false");
    }

    static void check(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != ISOLATION) {
            throw new IllegalStateException("connections must have the isolation READ COMMITTED");
        }
        try (Statement statement = connection.createStatement();
                ResultSet timeout = statement.executeQuery("select @@session.innodb_lock_wait_timeout")) {
            timeout.next();
            if (timeout.getInt(1) > 10) {
                throw new IllegalStateException("each connection must begin with: " + INITIAL_SQL);
            }
        }
    }
}
