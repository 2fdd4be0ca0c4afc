package dev.perennial.persistence.shared;

import dev.perennial.application.shared.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/** A database that was reached, and the three ways in which work runs on it. */
public final class Database {

    // RATIONALE: a read of several statements must see one moment, or a member's balance and lots would not fit
    // together. At READ COMMITTED each statement has its own snapshot, so these reads ask for one of their own.
    private static final List<String> SNAPSHOT = List.of(
            "set transaction isolation level repeatable read", "start transaction with consistent snapshot, read only");

    private final DataSource writes;
    private final DataSource reads;
    private final RenderedSql sql;

    private Database(DataSource writes, DataSource reads, RenderedSql sql) {
        this.writes = writes;
        this.reads = reads;
        this.sql = sql;
    }

    /**
     * Meets the server: learns its dialect and looks whether connections are set up as {@link ConnectionSettings} says.
     *
     * @throws StorageException.Unavailable when it cannot be reached
     */
    public static Database on(DataSource source) {
        return on(source, source);
    }

    /**
     * Meets the server, as {@link #on(DataSource)} does.
     *
     * @param writes connections for what changes something; nobody who only reads can take them away
     */
    public static Database on(DataSource writes, DataSource reads) {
        try (Connection connection = writes.getConnection()) {
            ConnectionSettings.check(connection);
            return new Database(writes, reads, new RenderedSql(Engine.dialectOf(connection)));
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure);
        }
    }

    /** Runs the work in one transaction and commits it; anything thrown rolls it back. */
    public <T> T transact(Function<Session, T> work) {
        Connection connection = open(writes);
        boolean done = false;
        try {
            connection.setAutoCommit(false);
            T result = translated(work, new Session(connection, sql));
            commit(connection);
            done = true;
            return result;
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure);
        } finally {
            end(connection, !done);
        }
    }

    /** Runs reads that all see the same moment, without locks and without the right to write. */
    public <T> T snapshot(Function<Session, T> work) {
        Connection connection = open(reads);
        try {
            try (Statement statement = connection.createStatement()) {
                for (String begin : SNAPSHOT) {
                    statement.execute(begin);
                }
            }
            T result = translated(work, new Session(connection, sql));
            end(connection, "commit");
            return result;
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure);
        } catch (RuntimeException | Error failure) {
            end(connection, "rollback");
            throw failure;
        } finally {
            close(connection);
        }
    }

    /** Runs one statement by itself. */
    public <T> T query(Function<Session, T> work) {
        Connection connection = open(reads);
        try {
            return translated(work, new Session(connection, sql));
        } finally {
            close(connection);
        }
    }

    private static Connection open(DataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw new StorageException.Unavailable(failure);
        }
    }

    private static <T> T translated(Function<Session, T> work, Session session) {
        try {
            return work.apply(session);
        } catch (DataAccessException failure) {
            throw SqlErrors.translate(failure);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw SqlErrors.translateAtCommit(failure);
        }
    }

    private static void end(Connection connection, boolean rollBack) {
        try {
            if (rollBack) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            // The server rolls back what a lost connection had begun; the pool drops the connection.
        } finally {
            close(connection);
        }
    }

    private static void end(Connection connection, String how) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(how);
        } catch (SQLException broken) {
            // It only read, and the pool drops a broken connection.
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            // There is nothing left to lose.
        }
    }
}
