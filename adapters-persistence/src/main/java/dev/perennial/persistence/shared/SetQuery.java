package dev.perennial.persistence.shared;

import dev.perennial.persistence.shared.RenderedSql.Rendered;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * A query for a set of keys of one tenant. The list of keys is padded to a power of two, so that few texts are
 * rendered.
 */
public final class SetQuery<K> {

    private final Field<K> column;
    private final Body<K> body;

    private SetQuery(Field<K> column, Body<K> body) {
        this.column = column;
        this.body = body;
    }

    /**
     * A query.
     *
     * @param column what kind of value the keys are
     * @param body the query; it has to use the tenant once, before the keys, and the keys once
     */
    public static <K> SetQuery<K> by(Field<K> column, Body<K> body) {
        return new SetQuery<>(column, body);
    }

    /** Makes the query out of its parameters. */
    @FunctionalInterface
    public interface Body<K> {
        Select<?> of(DSLContext dsl, Field<Integer> tenant, List<Field<K>> keys);
    }

    Padded<K> padded(List<K> keys) {
        int length = Math.max(1, Integer.highestOneBit(Math.max(1, keys.size())));
        return new Padded<>(this, keys, length < keys.size() ? length * 2 : length);
    }

    /** What the rendered text depends on. */
    record Shape(SetQuery<?> query, int length) {}

    record Padded<K>(SetQuery<K> query, List<K> keys, int length) {

        Shape shape() {
            return new Shape(query, length);
        }

        Rendered render(DSLContext renderer) {
            Field<Integer> tenant = DSL.val(null, Integer.class);
            List<Field<K>> parameters = Collections.nCopies(length, DSL.val((K) null, query.column));
            return Rendered.of(query.body.of(renderer, tenant, parameters));
        }

        void bind(PreparedStatement statement, int tenant) throws SQLException {
            statement.setObject(1, tenant);
            for (int i = 0; i < length; i++) {
                statement.setObject(i + 2, keys.get(Math.min(i, keys.size() - 1)));
            }
        }
    }
}
