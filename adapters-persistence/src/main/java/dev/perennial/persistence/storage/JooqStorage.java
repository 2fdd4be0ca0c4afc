package dev.perennial.persistence.storage;

import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.persistence.loyalty.Outbox;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.MasterKey;
import dev.perennial.persistence.shared.TenantKinds;
import java.util.function.Function;

/** Storage in a database of the MySQL family. */
public final class JooqStorage implements Storage {

    private final Database database;
    private final Outbox outbox;
    private final MasterKey master;
    private final TenantKinds kinds = new TenantKinds();

    public JooqStorage(Database database, Outbox outbox, MasterKey master) {
        this.database = database;
        this.outbox = outbox;
        this.master = master;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        return database.transact(session -> work.apply(JooqTransaction.on(session, outbox, master, kinds, true)));
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return database.snapshot(session -> work.apply(JooqTransaction.on(session, outbox, master, kinds, false)));
    }
}
