package dev.perennial.bootstrap.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perennial.persistence.shared.ConnectionSettings;
import org.jspecify.annotations.Nullable;

/** Connections to the database, set up as the persistence adapter needs them. */
public final class ConnectionPool {

    private static final long WAIT_MILLIS_MAX = 5_000;

    private ConnectionPool() {}

    /**
     * A pool of connections.
     *
     * @param size the most that are open at once
     */
    public static HikariDataSource of(
            String name, @Nullable String url, @Nullable String user, @Nullable String password, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(WAIT_MILLIS_MAX);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionInitSql(ConnectionSettings.INITIAL_SQL);
        ConnectionSettings.driverProperties().forEach(pool::addDataSourceProperty);
        pool.addDataSourceProperty("connectTimeout", "2000");
        pool.addDataSourceProperty("socketTimeout", "60000");
        return new HikariDataSource(pool);
    }
}
