package dev.perennial.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.testing.PortContract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Tenants} promises. */
public abstract class TenantsContract extends PortContract {

    private final String name = "Shop " + UUID.randomUUID();

    @Test
    void findsATenantByKeyAndByName() {
        Tenant added = ports.tenants().add(name, new Secret(new byte[] {1, -2, 3}), key("a"));

        assertThat(ports.tenants().findByKey(key("a"))).hasValueSatisfying(found -> isSame(found, added));
        assertThat(ports.tenants().findByName(name)).hasValueSatisfying(found -> isSame(found, added));
        assertThat(added.secret().bytes()).containsExactly(1, -2, 3);
    }

    @Test
    void doesNotKnowOtherKeysAndNames() {
        ports.tenants().add(name, new Secret(new byte[16]), key("a"));

        assertThat(ports.tenants().findByKey(key("b"))).isEmpty();
        assertThat(ports.tenants().findByKey(key("a") + " ")).isEmpty();
        assertThat(ports.tenants().findByName(name + " ")).isEmpty();
        assertThat(ports.tenants().findByName("")).isEmpty();
    }

    @Test
    void remembersWhoIsASandbox() {
        Tenant added = ports.tenants().addSandbox(name, new Secret(new byte[16]), key("a"), Instant.EPOCH);
        Tenant real = ports.tenants().add("real " + name, new Secret(new byte[16]), key("b"));

        assertThat(added.sandbox()).isTrue();
        assertThat(real.sandbox()).isFalse();
        assertThat(ports.tenants().findByKey(key("a"))).hasValueSatisfying(found -> isSame(found, added));
        assertThat(ports.tenants().findByName("real " + name)).hasValueSatisfying(found -> isSame(found, real));
    }

    @Test
    void givesMoreKeys() {
        Tenant added = ports.tenants().add(name, new Secret(new byte[16]), key("a"));
        ports.tenants().addKey(added, key("b"));

        assertThat(ports.tenants().findByKey(key("a"))).hasValueSatisfying(found -> isSame(found, added));
        assertThat(ports.tenants().findByKey(key("b"))).hasValueSatisfying(found -> isSame(found, added));
    }

    @Test
    void takesAwayOneKeyAndLeavesTheOthers() {
        Tenant added = ports.tenants().add(name, new Secret(new byte[16]), key("a"));
        ports.tenants().addKey(added, key("b"));

        assertThat(ports.tenants().revokeKey(key("a"))).isTrue();
        assertThat(ports.tenants().findByKey(key("a"))).isEmpty();
        assertThat(ports.tenants().findByKey(key("b"))).hasValueSatisfying(found -> isSame(found, added));
        assertThat(ports.tenants().revokeKey(key("a"))).isFalse();
    }

    @Test
    void givesANameOnlyOnce() {
        ports.tenants().add(name, new Secret(new byte[16]), key("a"));

        assertThatThrownBy(() -> ports.tenants().add(name, new Secret(new byte[16]), key("b")))
                .isInstanceOf(StorageException.Rejected.class);
        assertThat(ports.tenants().findByKey(key("b"))).isEmpty();
    }

    private String key(String of) {
        return of + " of " + name;
    }

    private static void isSame(Tenant found, Tenant expected) {
        assertThat(found.id()).isEqualTo(expected.id());
        assertThat(found.name()).isEqualTo(expected.name());
        assertThat(found.sandbox()).isEqualTo(expected.sandbox());
        assertThat(found.secret().bytes()).isEqualTo(expected.secret().bytes());
    }
}
