package dev.perennial.application.loyalty.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.shared.TenantId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link VoucherKeys} promises. */
public abstract class VoucherKeysContract extends PortContract {

    @Test
    void aKeyIsKeptOnFirstNeedAndStays() {
        assertThat(ports.voucherKeys().find(id())).isEmpty();

        KeyPair first = ensure(id());

        assertThat(ensure(id()).getPublic()).isEqualTo(first.getPublic());
        KeyPair found = ports.voucherKeys().find(id()).orElseThrow();
        assertThat(found.getPublic()).isEqualTo(first.getPublic());
        assertThat(found.getPrivate().getEncoded()).isEqualTo(first.getPrivate().getEncoded());
    }

    @Test
    void eachTenantHasItsOwn() {
        KeyPair ours = ensure(id());

        assertThat(ports.voucherKeys().find(otherTenant.id())).isEmpty();
        assertThat(ensure(otherTenant.id()).getPublic()).isNotEqualTo(ours.getPublic());
    }

    @Test
    void ofManyAtOnceOneMakesTheKey() {
        List<KeyPair> all = IntStream.range(0, 8)
                .parallel()
                .mapToObj(caller -> ensure(id()))
                .toList();

        assertThat(all.stream().map(KeyPair::getPublic).distinct()).hasSize(1);
    }

    private KeyPair ensure(TenantId tenant) {
        return ports.voucherKeys().ensure(tenant, VoucherKeysContract::fresh);
    }

    private static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
