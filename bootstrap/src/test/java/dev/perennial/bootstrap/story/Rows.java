package dev.perennial.bootstrap.story;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contract.feed.v1.Event;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What a tenant left in the database, read by SQL past everything that the platform says of itself. */
public final class Rows {

    private Rows() {}

    /** Makes something of one row. */
    @FunctionalInterface
    interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    static <R> List<R> query(String sql, Reading<R> reading, Object... parameters) {
        try (Connection connection = Platform.SERVER.part(DataSource.class).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<R> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Deletes a shop of many members, so that nobody else's audit reads them. */
    static void forget(Shop shop) {
        List<String> tables = query(
                "select table_name from information_schema.columns where table_schema = database()"
                        + " and column_name = 'tenant_id' order by table_name <> 'member', table_name = 'tenant'",
                row -> row.getString(1));
        try (Connection connection = Platform.SERVER.part(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            int tenant = query("select tenant_id from tenant where name = ?", row -> row.getInt(1), shop.name)
                    .getFirst();
            for (String table : tables) {
                statement.execute("delete from " + table + " where tenant_id = " + tenant);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A member's events in words, in their order. */
    static List<String> events(Shop shop, String member) {
        return told(shop, member).stream().map(Words::of).toList();
    }

    /** A member's events in their order; their numbers have neither gaps nor doubles. */
    public static List<Event> told(Shop shop, String member) {
        List<Event> events = new ArrayList<>();
        query(
                """
                select o.member_seq, o.payload
                from outbox o
                join tenant t on t.tenant_id = o.tenant_id
                join member m on m.tenant_id = o.tenant_id and m.member_no = o.member_no
                where t.name = ? and m.member_id = ? and o.aggregateid = ?
                order by o.member_seq
                """,
                row -> {
                    events.add(event(row.getBytes("payload")));
                    if (row.getLong("member_seq") != events.size()) {
                        throw new AssertionError(
                                "event " + events.size() + " has member_seq " + row.getLong("member_seq"));
                    }
                    return events;
                },
                shop.name,
                member.getBytes(StandardCharsets.UTF_8),
                member);
        return events;
    }

    /** What followed after the first so many events. */
    static List<String> eventsAfter(int count, Shop shop, String member) {
        List<String> events = events(shop, member);
        return events.subList(count, events.size());
    }

    private static Event event(byte[] payload) {
        try {
            return Event.parseFrom(payload);
        } catch (InvalidProtocolBufferException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many rows of a table are the tenant's. */
    static long count(Shop shop, String table) {
        return query(
                        "select count(*) from " + table
                                + " where tenant_id = (select tenant_id from tenant where name = ?)",
                        row -> row.getLong(1),
                        shop.name)
                .getFirst();
    }

    /** The columns, as {@code table.column}, in which the tenant's rows hold the text, whatever surrounds it. */
    static Set<String> holding(Shop shop, String text) {
        Set<String> columns = new TreeSet<>();
        for (String table : tables()) {
            query(
                    "select * from " + table + " where tenant_id = (select tenant_id from tenant where name = ?)",
                    row -> {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            byte[] value = row.getBytes(i);
                            if (value != null && new String(value, StandardCharsets.ISO_8859_1).contains(text)) {
                                columns.add(table + "." + row.getMetaData().getColumnLabel(i));
                            }
                        }
                        return columns;
                    },
                    shop.name);
        }
        return columns;
    }

    /** Every table that has a tenant. */
    private static List<String> tables() {
        return query("""
            select table_name from information_schema.columns
            where table_schema = database() and column_name = 'tenant_id'
            """, row -> row.getString(1));
    }
}
