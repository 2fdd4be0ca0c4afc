package dev.perennial.application.storage;

import dev.perennial.application.shared.StorageException;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.function.Function;

/** Where state is kept. All of a transaction happens or none of it; isolation is read committed. */
public interface Storage {

    /**
     * Runs the work in one transaction and commits it.
     *
     * @throws StorageException.Conflict rolled back because others held the rows (deadlock or lock wait): do it again
     * @throws StorageException.Rejected rolled back because a row was refused: the work itself is wrong
     * @throws StorageException.Unavailable rolled back or never begun because the database cannot be reached
     * @throws StorageException.OutcomeUnknown the connection was lost during commit: claim the keys again to find out
     */
    <T> T transact(Function<Transaction, T> work);

    /** Runs the work without locks and without the right to write. */
    <T> T read(Function<Transaction, T> work);

    /** The member's state as it was committed last, or refused with {@link Reason#MEMBER_NOT_FOUND}. */
    default Result<MemberState> member(TenantId tenant, MemberId member) {
        return read(tx -> tx.members().find(tenant, member));
    }
}
