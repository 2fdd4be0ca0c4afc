package dev.perennial.persistence.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that break when a test wants them to. */
public final class FaultySource extends DelegatingSource {

    private boolean refuses;
    private boolean commitBreaks;
    private @Nullable Connection last;

    public FaultySource(DataSource source) {
        super(source);
    }

    /** No connection can be had any more. */
    public void refuse() {
        refuses = true;
    }

    /** The next commit is done, but its reply is lost. */
    public void breakCommitAfterItHappened() {
        commitBreaks = true;
    }

    /** The server ends the connection that was given last. */
    public void kill() {
        try (Connection other = super.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("kill "
                    + last.unwrap(com.mysql.cj.jdbc.JdbcConnection.class)
                            .getSession()
                            .getThreadId());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refuses) {
            throw new SQLNonTransientConnectionException("refused by the test");
        }
        Connection connection = super.getConnection();
        last = connection;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object result = method.invoke(connection, arguments);
            if (method.getName().equals("commit") && commitBreaks) {
                commitBreaks = false;
                throw new SQLException("Communications link failure", "08S01");
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
