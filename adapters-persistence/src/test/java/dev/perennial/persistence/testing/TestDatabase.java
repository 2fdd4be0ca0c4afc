package dev.perennial.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perennial.persistence.shared.ConnectionSettings;
import org.flywaydb.core.Flyway;

/**
 * One migrated database for all tests of the process: on an embedded server, or on the one that
 * {@code PERENNIAL_TEST_DATABASE_URL} names (with {@code _USER} and {@code _PASSWORD}). A server that is named and does
 * not answer fails the tests; nothing is skipped.
 */
public final class TestDatabase {

    private static final String VARIABLE = "PERENNIAL_TEST_DATABASE_URL";
    private static final HikariDataSource POOL = migrated(pool(url(), user(), password()));

    private TestDatabase() {}

    public static HikariDataSource pool() {
        return POOL;
    }

    /** Connections as the platform sets them up. */
    public static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(ConnectionSettings.INITIAL_SQL);
        ConnectionSettings.driverProperties().forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }

    private static HikariDataSource migrated(HikariDataSource pool) {
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
    }

    private static String url() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank() ? embedded() : named;
    }

    private static String user() {
        return System.getenv().getOrDefault("PERENNIAL_TEST_DATABASE_USER", "root");
    }

    private static String password() {
        return System.getenv().getOrDefault("PERENNIAL_TEST_DATABASE_PASSWORD", "");
    }

    private static String embedded() {
        int port = EmbeddedServer.start().getConfiguration().getPort();
        return "jdbc:mysql://127.0.0.1:" + port + "/perennial?createDatabaseIfNotExist=true";
    }
}
