package dev.perennial.bootstrap.story;

import dev.perennial.persistence.audit.Finding;
import dev.perennial.persistence.audit.LedgerAudit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What the auditor says of all that the stories have written so far. */
public final class Books {

    private Books() {}

    public static List<Finding> audit() {
        try (Connection connection = Platform.SERVER.part(DataSource.class).getConnection()) {
            List<Finding> findings = LedgerAudit.run(connection, finding -> {});
            connection.rollback();
            return findings;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
