package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.VOUCHER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.reward.VoucherKeysContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.testing.JooqPorts;
import dev.perennial.persistence.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

final class JooqVoucherKeysTest extends VoucherKeysContract {

    @Override
    protected Ports ports() {
        return JooqPorts.create();
    }

    @Test
    void aCopyOfTheDatabaseSignsNothing() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ports.voucherKeys().ensure(id(), () -> pair);

        byte[] sealed = Database.on(TestDatabase.pool())
                .query(session -> session.dsl()
                        .select(VOUCHER_KEY.PRIVATE_KEY)
                        .from(VOUCHER_KEY)
                        .where(VOUCHER_KEY.TENANT_ID.eq(id().value()))
                        .fetchSingle()
                        .value1());

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(pair.getPrivate().getEncoded(), 16, 32, StandardCharsets.ISO_8859_1));
    }
}
