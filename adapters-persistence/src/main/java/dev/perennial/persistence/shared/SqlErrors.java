package dev.perennial.persistence.shared;

import dev.perennial.application.shared.StorageException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** What an error of the database means to the application. */
public final class SqlErrors {

    private static final int DUPLICATE = 1062;

    /** Lock wait, deadlock, no waiting allowed (MySQL), rolled back by the group while committing. */
    private static final Set<Integer> LOST_TO_OTHERS = Set.of(1205, 1213, 3572, 3101);

    /** Too many connections, shutting down, killed, read-only after a failover (three), no longer part of a cluster. */
    private static final Set<Integer> AWAY = Set.of(1040, 1053, 1317, 1290, 1836, 3100, 1047, 1927, 4031);

    private SqlErrors() {}

    static StorageException translate(DataAccessException failure) {
        SQLException cause = failure.getCause(SQLException.class);
        return cause == null ? new StorageException.Rejected(failure) : translate(cause);
    }

    static StorageException translate(SQLException failure) {
        if (isConflict(failure)) {
            return new StorageException.Conflict(failure);
        }
        if (isAway(failure)) {
            return new StorageException.Unavailable(failure);
        }
        // The names of the keys stand at the end of the message, the caller's own data only before it.
        if (isDuplicateOf("activity_order", failure)) {
            return new StorageException.OrderExists(failure);
        }
        if (isDuplicateOf("member_identifier_hash", failure)) {
            return new StorageException.IdentifierTaken(failure);
        }
        if (isDuplicateOf("member_id", failure)) {
            return new StorageException.Conflict(
                    failure); // enrolled by another just now: the next try finds the member
        }
        return new StorageException.Rejected(failure);
    }

    /** Whatever the server did not clearly undo may have been done. */
    static StorageException translateAtCommit(SQLException failure) {
        return isConflict(failure)
                ? new StorageException.Conflict(failure)
                : new StorageException.OutcomeUnknown(failure);
    }

    /** Whether a row with the same key was there. */
    public static boolean isDuplicate(StorageException failure) {
        return failure.getCause() instanceof SQLException cause && cause.getErrorCode() == DUPLICATE;
    }

    private static boolean isDuplicateOf(String key, SQLException failure) {
        String message = failure.getMessage();
        // MySQL writes 'table.key', MariaDB 'key'.
        return failure.getErrorCode() == DUPLICATE
                && message != null
                && (message.endsWith("'" + key + "'") || message.endsWith("." + key + "'"));
    }

    private static boolean isConflict(SQLException failure) {
        return LOST_TO_OTHERS.contains(failure.getErrorCode()) || "40001".equals(failure.getSQLState());
    }

    private static boolean isAway(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || AWAY.contains(failure.getErrorCode())
                || hasClass("08", failure.getSQLState());
    }

    private static boolean hasClass(String stateClass, @Nullable String state) {
        return state != null && state.startsWith(stateClass);
    }
}
