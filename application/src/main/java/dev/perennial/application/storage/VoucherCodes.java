package dev.perennial.application.storage;

import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Codes of vouchers that were made elsewhere. Whoever adds or takes some holds the list's row among the budgets, so that
 * nobody else does meanwhile.
 */
public interface VoucherCodes {

    /**
     * The next codes of a list that nobody has, in the order of their import.
     *
     * @return at most {@code howMany}; none of a list that there is not
     */
    List<String> next(TenantId tenant, String list, int howMany);

    /** Nobody else gets these. */
    void take(TenantId tenant, Collection<String> codes);

    /**
     * Adds codes to the end of a list, in their order. A code that is known already, whatever its list, is left out, and
     * so is one that a member's voucher has.
     *
     * @param codes no two alike
     * @throws dev.perennial.application.shared.StorageException.Conflict when one of them became known meanwhile: done
     *     again, it is left out
     * @return how many were new
     */
    int add(TenantId tenant, String list, List<String> codes);

    /** Those of the codes that are known, of whatever list or as a member's voucher. */
    Set<String> known(TenantId tenant, Collection<String> codes);

    /** How many a list has; nothing of one that there is not. */
    Count count(TenantId tenant, String list);

    /**
     * The codes of a list.
     *
     * @param imported all of them
     * @param taken those that are members'
     */
    record Count(long imported, long taken) {}
}
