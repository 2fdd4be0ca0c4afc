package dev.perennial.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/**
 * One connection while work runs on it.
 *
 * <p>RATIONALE: rendering a statement costs more than running it on a warm page. Inserts and loads of sets are
 * therefore rendered once by jOOQ and bound through JDBC; everything else is ordinary jOOQ.
 */
public final class Session {

    private final Connection connection;
    private final RenderedSql sql;
    private final DSLContext dsl;

    Session(Connection connection, RenderedSql sql) {
        this.connection = connection;
        this.sql = sql;
        this.dsl = sql.on(connection);
    }

    public DSLContext dsl() {
        return dsl;
    }

    /** Inserts the rows as one batch, which the driver sends as one statement. Does nothing without rows. */
    public void insert(RowInsert insert, Collection<? extends Record> rows) {
        if (rows.isEmpty()) {
            return;
        }
        // Update counts are not looked at: for a rewritten batch the driver does not know them.
        try (PreparedStatement statement =
                connection.prepareStatement(sql.of(insert, insert::render).text())) {
            for (Record row : rows) {
                insert.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure);
        }
    }

    /** The rows for a set of keys; none for an empty set. */
    public <K> Result<? extends Record> fetch(SetQuery<K> query, int tenant, Collection<K> keys) {
        SetQuery.Padded<K> padded = query.padded(List.copyOf(keys));
        RenderedSql.Rendered rendered = sql.of(padded.shape(), padded::render);
        if (keys.isEmpty()) {
            return dsl.newResult(rendered.columns());
        }
        return fetch(rendered, statement -> padded.bind(statement, tenant));
    }

    /** The rows about a tenant. */
    public Result<? extends Record> fetch(TenantQuery query, int tenant) {
        return fetch(sql.of(query, query::render), statement -> statement.setInt(1, tenant));
    }

    @FunctionalInterface
    private interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    private Result<Record> fetch(RenderedSql.Rendered rendered, Binding binding) {
        try (PreparedStatement statement = connection.prepareStatement(rendered.text())) {
            binding.on(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return dsl.fetch(rows, rendered.columns().toArray(Field<?>[]::new));
            }
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure);
        }
    }
}
