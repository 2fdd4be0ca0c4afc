package dev.perennial.persistence.shared;

import dev.perennial.persistence.shared.RenderedSql.Rendered;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of a table; says what happens where a row with the same key is there. One instance for each statement.
 */
public final class RowInsert {

    private final Table<?> table;
    private final List<Field<?>> columns;
    private final Map<Field<?>, Field<?>> changes;

    private RowInsert(Table<?> table, List<Field<?>> columns, Map<Field<?>, Field<?>> changes) {
        this.table = table;
        this.columns = columns;
        this.changes = changes;
    }

    /** A row with the same key is an error. */
    public static RowInsert into(Table<?> table) {
        return new RowInsert(table, List.of(table.fields()), Map.of());
    }

    /** Leaves a column to the database. */
    public RowInsert without(Field<?> column) {
        return new RowInsert(
                table, columns.stream().filter(each -> !each.equals(column)).toList(), changes);
    }

    /** A row with the same key stays as it is, but it is locked. */
    public RowInsert orLock(Field<?> keyColumn) {
        return new RowInsert(table, columns, Map.of(keyColumn, keyColumn));
    }

    /** In a row with the same key, only these columns take the new values. */
    public RowInsert orUpdate(Field<?>... columnsToUpdate) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        List.of(columnsToUpdate).forEach(column -> values.put(column, DSL.excluded(column)));
        return new RowInsert(table, columns, values);
    }

    /** In a row with the same key, everything but the key takes the new values. */
    public RowInsert orUpdateAllBut(Field<?>... keyColumns) {
        List<Field<?>> key = List.of(keyColumns);
        return orUpdate(columns.stream().filter(each -> !key.contains(each)).toArray(Field<?>[]::new));
    }

    Rendered render(DSLContext renderer) {
        var insert = renderer.insertInto(table)
                .columns(columns)
                .values(columns.stream().map(RowInsert::parameter).toList());
        String text = changes.isEmpty()
                ? insert.getSQL()
                : insert.onDuplicateKeyUpdate().set(changes).getSQL();
        return new Rendered(text, List.of());
    }

    private static <T> Field<T> parameter(Field<T> column) {
        return DSL.val((T) null, column);
    }

    /** @param row a record of the table */
    void bind(PreparedStatement statement, Record row) throws SQLException {
        int index = 1;
        for (Field<?> column : columns) {
            statement.setObject(index++, stored(column, row.get(table.indexOf(column))));
        }
    }

    private static <T> @Nullable Object stored(Field<T> column, @Nullable Object value) {
        return value == null ? null : column.getConverter().to(column.getType().cast(value));
    }
}
