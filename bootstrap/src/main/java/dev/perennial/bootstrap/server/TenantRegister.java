package dev.perennial.bootstrap.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.JooqTenants;
import dev.perennial.persistence.shared.MasterKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The tenants of a database, for whoever operates it: there is no call that could add one. */
public final class TenantRegister implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final DatabaseServer server;
    private final HikariDataSource pool;
    private final Tenants tenants;

    private TenantRegister(DatabaseServer server, HikariDataSource pool, Tenants tenants) {
        this.server = server;
        this.pool = pool;
        this.tenants = tenants;
    }

    /** @throws StartFailure when there is no database, or one that no server has set up yet */
    public static TenantRegister open(Path data) {
        DatabaseServer server = DatabaseServer.openExisting(data);
        HikariDataSource pool =
                ConnectionPool.of("perennial-tenants", server.jdbcUrl(), server.user(), server.password(), CONNECTIONS);
        try {
            Database database = Database.on(pool);
            MasterKey master = new MasterKey(new MasterKeyFile(data).load(JooqTenants.exist(database)));
            return new TenantRegister(server, pool, new JooqTenants(database, master));
        } catch (RuntimeException failure) {
            pool.close();
            server.close();
            throw failure;
        }
    }

    /**
     * Adds a tenant.
     *
     * @return its first key; empty when the name is taken
     */
    public Optional<String> add(String name) {
        return add(name, key -> tenants.add(name, new Secret(Secrets.randomBytes()), key));
    }

    /**
     * Adds a sandbox.
     *
     * @param start what its clock shows until it is advanced
     * @return its first key; empty when the name is taken
     */
    public Optional<String> addSandbox(String name, Instant start) {
        return add(name, key -> tenants.addSandbox(name, new Secret(Secrets.randomBytes()), key, start));
    }

    private Optional<String> add(String name, Consumer<String> adding) {
        if (tenants.findByName(name).isPresent()) {
            return Optional.empty();
        }
        String key = Secrets.apiKey();
        adding.accept(key);
        return Optional.of(key);
    }

    /**
     * Gives a tenant one more key.
     *
     * @return the key; empty when there is no such tenant
     */
    public Optional<String> addKey(String name) {
        Optional<Tenant> tenant = tenants.findByName(name);
        return tenant.map(found -> {
            String key = Secrets.apiKey();
            tenants.addKey(found, key);
            return key;
        });
    }

    /** @return whether there was such a key */
    public boolean revokeKey(String key) {
        return tenants.revokeKey(key);
    }

    @Override
    public void close() {
        pool.close();
        server.close();
    }
}
