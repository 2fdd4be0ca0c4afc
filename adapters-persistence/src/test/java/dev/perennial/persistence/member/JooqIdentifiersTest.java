package dev.perennial.persistence.member;

import static dev.perennial.domain.testing.Moments.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.Identifiers.Held;
import dev.perennial.application.storage.IdentifiersContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.testing.JooqPorts;
import dev.perennial.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JooqIdentifiersTest extends IdentifiersContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }

    @Test
    void showsNothingOfAnIdentifierOnceTheKeyIsDestroyed() throws SQLException {
        save(tenant, List.of(), List.of(owned(desk.enrol("ada", START).number(), 2, "card")));
        try (Connection connection = TestDatabase.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from member_key where tenant_id = " + id().value());
        }

        assertThat(of("ada").get(member("ada")))
                .extracting(Held::lastCharacters)
                .containsExactly("");
    }
}
