package dev.perennial.persistence.member;

import static dev.perennial.domain.testing.Moments.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.storage.ProfilesContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.persistence.testing.JooqPorts;
import dev.perennial.persistence.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JooqProfilesTest extends ProfilesContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }

    @Test
    void showsNothingPersonalInAnyColumnOfAnyTable() throws SQLException {
        desk.enrol("ada", ADA, START);

        assertThat(String.join("\n", everythingStored())).doesNotContain("ada@example.org", "Lovelace", "2004-02-29");
    }

    @Test
    void showsNothingPersonalOnceTheKeyIsDestroyed() throws SQLException {
        desk.enrol("ada", ADA, START);
        execute("delete from member_key where tenant_id = " + id().value());

        Member erased = read().get(member("ada"));

        assertThat(erased.profile().displayName()).isEmpty();
        assertThat(erased.profile().email()).isEmpty();
        assertThat(erased.profile().birthDate()).isNull();
        assertThat(erased.profile().country()).isEqualTo("GB");
    }

    @Test
    void doesNotOpenWhatWasMovedToAnotherMember() throws SQLException {
        desk.enrol("ada", ADA, START);
        desk.enrol("eve", START);
        execute("update member_profile e, member_profile a set e.personal = a.personal where e.member_no = 2"
                + " and a.member_no = 1 and e.tenant_id = a.tenant_id and a.tenant_id = " + id().value());

        assertThatThrownBy(() -> ports.storage().read(tx -> tx.profiles().read(id(), Set.of(member("eve")))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Map<MemberId, Member> read() {
        return ports.storage().read(tx -> tx.profiles().read(id(), Set.of(member("ada"))));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> everythingStored() throws SQLException {
        List<String> values = new ArrayList<>();
        for (String table : List.of("member", "member_profile", "member_key", "command", "outbox")) {
            try (Connection connection = TestDatabase.pool().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select * from " + table + " where tenant_id = " + id().value())) {
                while (rows.next()) {
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        byte[] value = rows.getBytes(column);
                        values.add(value == null ? "" : new String(value, StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        assertThat(values).isNotEmpty();
        return values;
    }
}
