package dev.perennial.persistence.audit;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What every member has, to compare two databases that should have come to the same. */
public final class BalanceList {

    /** By the callers' ids, because our own numbers depend on who came first. */
    private static final String BALANCES = """
        select t.name, m.member_id, b.unit, b.available, b.pending, b.held, b.debt
        from tenant t
        join member m on m.tenant_id = t.tenant_id
        left join balance b on b.tenant_id = m.tenant_id and b.member_no = m.member_no
        order by t.name, m.member_id, b.unit
        """;

    private static final int COLUMNS = 7;

    private BalanceList() {}

    /** Writes CSV, one line a member and unit; a member without any unit has one line without. */
    public static void write(Connection connection, PrintWriter out) throws SQLException {
        out.println("tenant,member_id,unit,available,pending,held,debt");
        try (Statement statement = LedgerAudit.streaming(connection);
                ResultSet rows = statement.executeQuery(BALANCES)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder(rows.getString(1));
                line.append(',').append(new String(rows.getBytes(2), StandardCharsets.UTF_8));
                for (int column = 3; column <= COLUMNS; column++) {
                    String value = rows.getString(column);
                    line.append(',').append(value == null ? "" : value);
                }
                out.println(line);
            }
        }
    }
}
