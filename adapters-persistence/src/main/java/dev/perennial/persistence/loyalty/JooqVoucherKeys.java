package dev.perennial.persistence.loyalty;

import static dev.perennial.persistence.jooq.Tables.VOUCHER_KEY;

import dev.perennial.application.loyalty.reward.VoucherKeys;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.persistence.jooq.tables.records.VoucherKeyRecord;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.RowInsert;
import dev.perennial.persistence.shared.Session;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Record;

/** Keys of vouchers as rows; the private half is sealed, so that a copy of the database signs nothing. */
public final class JooqVoucherKeys implements VoucherKeys {

    private static final RowInsert ADD = RowInsert.into(VOUCHER_KEY).orLock(VOUCHER_KEY.KEY_NO);
    private static final int FIRST = 1;

    private final Database database;
    private final MasterKey master;

    public JooqVoucherKeys(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    @Override
    public Optional<KeyPair> find(TenantId tenant) {
        return database.query(session -> find(session, tenant));
    }

    @Override
    public KeyPair ensure(TenantId tenant, Supplier<KeyPair> fresh) {
        KeyPair pair = fresh.get();
        return database.transact(session -> {
            session.insert(
                    ADD,
                    List.of(new VoucherKeyRecord(
                            tenant.value(),
                            FIRST,
                            pair.getPublic().getEncoded(),
                            master.seal(pair.getPrivate().getEncoded(), place(tenant)))));
            return find(session, tenant).orElseThrow();
        });
    }

    private Optional<KeyPair> find(Session session, TenantId tenant) {
        return session.dsl()
                .select(VOUCHER_KEY.PUBLIC_KEY, VOUCHER_KEY.PRIVATE_KEY)
                .from(VOUCHER_KEY)
                .where(VOUCHER_KEY.TENANT_ID.eq(tenant.value()))
                .and(VOUCHER_KEY.KEY_NO.eq(FIRST))
                .fetchOptional(row -> pair(tenant, row));
    }

    private KeyPair pair(TenantId tenant, Record row) {
        try {
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            byte[] secret = master.open(row.get(VOUCHER_KEY.PRIVATE_KEY), place(tenant));
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(row.get(VOUCHER_KEY.PUBLIC_KEY))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException corrupt) {
            throw new IllegalStateException("a stored key is none", corrupt);
        }
    }

    private static String place(TenantId tenant) {
        return "voucher-key/" + tenant.value() + "/" + FIRST;
    }
}
