package dev.perennial.persistence.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jooq.SQLDialect;

/** Tells the two engines apart by what they say of themselves: the driver and the URL are the same for both. */
final class Engine {

    private Engine() {}

    static SQLDialect dialectOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("select version()")) {
            version.next();
            return version.getString(1).toLowerCase(Locale.ROOT).contains("mariadb")
                    ? SQLDialect.MARIADB
                    : SQLDialect.MYSQL;
        }
    }
}
