package dev.perennial.persistence.shared;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The SQL of the hot paths, rendered once for the engine that was met. */
final class RenderedSql {

    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withExecuteLogging(false)
            .withFetchWarnings(false)
            .withInListPadding(true);

    private final SQLDialect dialect;
    private final DSLContext renderer;
    private final Map<Object, Rendered> known = new ConcurrentHashMap<>();

    RenderedSql(SQLDialect dialect) {
        this.dialect = dialect;
        this.renderer = DSL.using(dialect, SETTINGS);
    }

    /** A statement's text, and the columns of its rows if it has any. */
    record Rendered(String text, List<Field<?>> columns) {

        // RATIONALE: the fields themselves, not the copies that Select.fields() makes. A record looks for a field by
        // identity
        // first, and comparing names takes thirty times as long.
        static Rendered of(Select<?> select) {
            return new Rendered(
                    select.getSQL(),
                    select.$select().stream().<Field<?>>map(Field.class::cast).toList());
        }
    }

    DSLContext on(Connection connection) {
        return DSL.using(connection, dialect, SETTINGS);
    }

    Rendered of(Object key, Function<DSLContext, Rendered> render) {
        Rendered rendered = known.get(key);
        return rendered != null ? rendered : known.computeIfAbsent(key, missing -> render.apply(renderer));
    }
}
