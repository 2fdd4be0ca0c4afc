package dev.perennial.bootstrap.story;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows that wallets are made of, of a shop's only member and of many copies of it. */
record WalletRows(HikariDataSource source, int tenant) implements AutoCloseable {

    /** As many as the platform has for those who read. */
    private static final int CONNECTIONS = 12;

    private static final int FIRST = 10_000;

    /** Copies everything that the member has, so many times. */
    static WalletRows copied(Shop shop, int members) throws SQLException {
        HikariDataSource source = connections(Platform.SERVER.part(HikariDataSource.class));
        int tenant = Rows.query("select tenant_id from tenant where name = ?", row -> row.getInt(1), shop.name)
                .getFirst();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String table : new String[] {"member", "balance", "lot"}) {
                statement.execute(
                        "insert into %1$s select %2$s from %1$s t join seq_%3$d_to_%4$d s where t.tenant_id = %5$d and t.member_no = 1"
                                .formatted(table, columns(statement, table), FIRST, FIRST + members - 1, tenant));
            }
            statement.execute("analyze table member, balance, lot");
        }
        return new WalletRows(source, tenant);
    }

    /** Of its own, set up as the platform's are. */
    private static HikariDataSource connections(HikariDataSource platform) {
        HikariDataSource own = new HikariDataSource();
        platform.copyStateTo(own);
        own.setPoolName("by-hand");
        own.setMaximumPoolSize(CONNECTIONS);
        own.setConnectionTimeout(60_000);
        return own;
    }

    @Override
    public void close() {
        source.close();
    }

    static String id(int member) {
        return "copy-" + (FIRST + member);
    }

    private static String columns(Statement statement, String table) throws SQLException {
        StringBuilder columns = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("select * from " + table + " limit 0")) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                String name = rows.getMetaData().getColumnName(i);
                columns.append(i == 1 ? "" : ", ")
                        .append(
                                switch (name) {
                                    case "member_no" -> "s.seq";
                                    case "member_id" -> "concat('copy-', s.seq)";
                                    default -> "t." + name;
                                });
            }
        }
        return columns.toString();
    }

    /** Reads the member, its balances and its open lots, each by its key; returns how many rows there were. */
    int read(int member) {
        try (Connection connection = source.getConnection()) {
            byte[] id = id(member).getBytes(StandardCharsets.UTF_8);
            int number;
            try (PreparedStatement statement =
                    connection.prepareStatement("select * from member where tenant_id = ? and member_id = ?")) {
                statement.setInt(1, tenant);
                statement.setBytes(2, id);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    number = rows.getInt("member_no");
                }
            }
            return 1
                    + rows(connection, "select * from balance where tenant_id = ? and member_no = ?", number)
                    + rows(
                            connection,
                            "select * from lot where tenant_id = ? and member_no = ? and closed = 0",
                            number);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int rows(Connection connection, String sql, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, tenant);
            statement.setInt(2, number);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                int count = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        rows.getObject(i);
                    }
                    count++;
                }
                return count;
            }
        }
    }
}
