package dev.perennial.persistence.shared;

import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.StorageException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs statements that read much of a tenant, a few at a time. */
public final class Reports {

    /** A report reads a lot of a tenant: more at once would only take connections from the short reads. */
    private static final int AT_ONCE_MAX = 3;

    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** Two million purchases take about a second; what takes longer than this holds up other reports for nobody. */
    public static final int STATEMENT_SECONDS_MAX = 30;

    private final Turns turns = new Turns(AT_ONCE_MAX, WAIT_MAX);
    private final Database database;

    public Reports(Database database) {
        this.database = database;
    }

    /**
     * Runs one statement by itself, which must ask for a timeout of {@link #STATEMENT_SECONDS_MAX}.
     *
     * @throws Overloaded when it took longer, or no turn came in time
     */
    public <T> T query(Function<Session, T> work) {
        return inTurn(() -> database.query(work));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            return turns.take(work);
        } catch (StorageException failure) {
            if (failure.getCause() instanceof SQLTimeoutException) {
                throw new Overloaded("a report took longer than " + STATEMENT_SECONDS_MAX + " seconds");
            }
            throw failure;
        }
    }
}
