package dev.perennial.persistence;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Storage;
import dev.perennial.application.shared.Transaction;
import dev.perennial.domain.feed.Event;
import dev.perennial.persistence.feed.OutboxRows;
import dev.perennial.persistence.shared.Database;
import dev.perennial.persistence.shared.MasterKey;
import java.util.function.Function;

/** Storage in a database of the MySQL family. */
public final class JooqStorage implements Storage {

    private final Database database;
    private final OutboxRows outbox;
    private final MasterKey master;

    /** @param encoder how events are written into the outbox */
    public JooqStorage(Database database, Function<Event, Payload> encoder, MasterKey master) {
        this.database = database;
        this.outbox = new OutboxRows(encoder);
        this.master = master;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        return database.transact(session -> work.apply(JooqTransaction.on(session, outbox, master)));
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return database.snapshot(session -> work.apply(JooqTransaction.on(session, outbox, master)));
    }
}
