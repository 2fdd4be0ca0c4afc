package dev.perennial.application.loyalty.reward;

import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.application.storage.VoucherCodes;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.Budgets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists of codes that were made elsewhere, for vouchers to take from. */
public final class CodeLists {

    /** So many are added in one transaction at most: whoever redeems meanwhile waits for no more than that. */
    public static final int CODES_MAX = 1_000;

    private static final int CODE_LENGTH_MAX = 64;

    private final Storage storage;
    private final Attempts attempts;

    public CodeLists(Storage storage, Backoff backoff) {
        this.storage = storage;
        this.attempts = new Attempts(storage, backoff);
    }

    /**
     * What became of codes.
     *
     * @param added so many are new
     * @param known so many were there already, in whatever list, as a member's voucher, or earlier among the same codes
     * @param refused what no code may be
     */
    public record Import(int added, int known, List<RefusedCode> refused) {

        public Import {
            refused = List.copyOf(refused);
        }
    }

    /**
     * What is no code.
     *
     * @param index its place among the codes, from 0
     * @param reason in words for people
     */
    public record RefusedCode(int index, String reason) {}

    /**
     * A list now.
     *
     * @param left those that no member has and no reservation needs
     */
    public record CodeList(long imported, long taken, long left) {}

    /**
     * Adds codes to the end of a list, in their order. To import the same again adds nothing, so whoever does not know
     * what became of an import repeats it.
     *
     * @param list its id in the program, which need not have it yet
     * @param codes at most {@link #CODES_MAX}
     */
    public Import add(Tenant tenant, String list, List<String> codes) {
        if (codes.size() > CODES_MAX) {
            throw new IllegalArgumentException("more than " + CODES_MAX + " codes");
        }
        List<RefusedCode> refused = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (int index = 0; index < codes.size(); index++) {
            Optional<String> problem = problem(codes.get(index));
            if (problem.isPresent()) {
                refused.add(new RefusedCode(index, problem.get()));
            } else {
                wanted.add(codes.get(index));
            }
        }
        int added = attempts.transact(tx -> add(tx, tenant, list, List.copyOf(wanted)));
        return new Import(added, codes.size() - refused.size() - added, refused);
    }

    private static int add(Transaction tx, Tenant tenant, String list, List<String> codes) {
        BudgetUse use = BudgetUse.ofCodes(list);
        tx.budgets().lock(tenant.id(), Set.of(use));
        int added = tx.codes().add(tenant.id(), list, codes);
        tx.budgets().draw(tenant.id(), Map.of(use, (long) -added));
        return added;
    }

    private static Optional<String> problem(String code) {
        if (code.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (code.length() > CODE_LENGTH_MAX) {
            return Optional.of("it has more than " + CODE_LENGTH_MAX + " characters");
        }
        if (!code.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
            return Optional.of("it has characters that are not printable ASCII");
        }
        return code.startsWith(" ") || code.endsWith(" ")
                ? Optional.of("it begins or ends with a blank")
                : Optional.empty();
    }

    /** A list; all zero for one that there is not. */
    public CodeList get(Tenant tenant, String list) {
        BudgetUse use = BudgetUse.ofCodes(list);
        return storage.read(tx -> {
            VoucherCodes.Count count = tx.codes().count(tenant.id(), list);
            Budgets budgets = new Budgets(tx.budgets().read(tenant.id(), Set.of(use)));
            return new CodeList(count.imported(), count.taken(), budgets.left(0, use));
        });
    }
}
