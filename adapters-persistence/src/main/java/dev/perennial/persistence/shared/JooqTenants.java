package dev.perennial.persistence.shared;

import static dev.perennial.persistence.jooq.Tables.API_KEY;
import static dev.perennial.persistence.jooq.Tables.TENANT;

import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.shared.Tenants;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Tenants. Their secrets are sealed under the master key, so that a copy of the database does not tell what requests
 * said.
 */
public final class JooqTenants implements Tenants {

    private final Database database;
    private final MasterKey master;

    public JooqTenants(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /** Whether there is any tenant, which can be told without the master key. */
    public static boolean exist(Database database) {
        return database.query(session -> session.dsl().fetchExists(TENANT));
    }

    @Override
    public Optional<Tenant> findByKey(String apiKey) {
        return database.query(session -> session.dsl()
                .select(TENANT.TENANT_ID, TENANT.NAME, TENANT.SECRET, TENANT.CLOCK_AT)
                .from(API_KEY)
                .join(TENANT)
                .on(TENANT.TENANT_ID.eq(API_KEY.TENANT_ID))
                .where(API_KEY.KEY_HASH.eq(hash(apiKey)))
                .fetchOptional(this::tenant));
    }

    @Override
    public Optional<Tenant> findByName(String name) {
        return database.query(session -> session.dsl()
                .select(TENANT.TENANT_ID, TENANT.NAME, TENANT.SECRET, TENANT.CLOCK_AT)
                .from(TENANT)
                .where(TENANT.NAME.eq(name))
                .fetchOptional(this::tenant)
                // The collation takes a name with a space at its end for the same name.
                .filter(tenant -> tenant.name().equals(name)));
    }

    @Override
    public Tenant add(String name, Secret secret, String apiKey) {
        return add(name, secret, apiKey, null);
    }

    @Override
    public Tenant addSandbox(String name, Secret secret, String apiKey, Instant start) {
        return add(name, secret, apiKey, start);
    }

    private Tenant add(String name, Secret secret, String apiKey, @Nullable Instant clock) {
        return database.transact(session -> {
            session.dsl()
                    .insertInto(TENANT)
                    .set(TENANT.NAME, name)
                    .set(TENANT.SECRET, master.seal(secret.bytes(), place(name)))
                    .set(TENANT.CLOCK_AT, clock)
                    .execute();
            // RATIONALE: not `returning`, which MariaDB has but MySQL's driver does not expect of an insert.
            int id = session.dsl().lastID().intValueExact();
            insertKey(session, id, apiKey);
            return new Tenant(new TenantId(id), name, secret, clock != null);
        });
    }

    @Override
    public void addKey(Tenant tenant, String apiKey) {
        database.transact(session -> insertKey(session, tenant.id().value(), apiKey));
    }

    @Override
    public boolean revokeKey(String apiKey) {
        return database.transact(session -> session.dsl()
                        .deleteFrom(API_KEY)
                        .where(API_KEY.KEY_HASH.eq(hash(apiKey)))
                        .execute())
                > 0;
    }

    private static int insertKey(Session session, int tenant, String apiKey) {
        return session.dsl()
                .insertInto(API_KEY)
                .set(API_KEY.KEY_HASH, hash(apiKey))
                .set(API_KEY.TENANT_ID, tenant)
                .execute();
    }

    private Tenant tenant(Record row) {
        String name = row.get(TENANT.NAME);
        Secret secret = new Secret(master.open(row.get(TENANT.SECRET), place(name)));
        return new Tenant(new TenantId(row.get(TENANT.TENANT_ID)), name, secret, row.get(TENANT.CLOCK_AT) != null);
    }

    private static byte[] hash(String apiKey) {
        return KeyHash.sha256(Text.bytes(apiKey));
    }

    private static String place(String name) {
        return "tenant/" + name;
    }
}
