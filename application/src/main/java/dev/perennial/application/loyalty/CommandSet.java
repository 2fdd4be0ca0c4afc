package dev.perennial.application.loyalty;

import dev.perennial.application.shared.StorageException;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands of one tenant that share a transaction.
 *
 * @param withHistory whether they may look into the past
 * @param tries how often they were tried together, this time included
 * @param inDoubt whether one of them may have had its effect although a try failed. From then on "nothing happened" is a
 *     lie for each of them, until its key could be claimed
 */
record CommandSet(TenantId tenant, List<Waiting> commands, boolean withHistory, int tries, boolean inDoubt) {

    /** Each of them reads a part of the past by itself; more would hold their members for long. */
    private static final int LOOKING_BACK_MAX = 20;

    static CommandSet fresh(TenantId tenant, List<Waiting> commands) {
        return new CommandSet(tenant, commands, false, 1, false);
    }

    /** Sets of commands that were put off, in the same order. Their keys could be claimed, so there is no doubt about them. */
    static List<CommandSet> lookingBack(TenantId tenant, List<Waiting> commands) {
        List<CommandSet> sets = new ArrayList<>();
        for (int from = 0; from < commands.size(); from += LOOKING_BACK_MAX) {
            int to = Math.min(from + LOOKING_BACK_MAX, commands.size());
            sets.add(new CommandSet(tenant, commands.subList(from, to), true, 1, false));
        }
        return sets;
    }

    boolean isSingle() {
        return commands.size() == 1;
    }

    Waiting single() {
        return commands.getFirst();
    }

    /** The same commands, remembering whether the failure leaves open what became of them. */
    CommandSet after(Throwable failure) {
        boolean doubt = inDoubt || failure instanceof StorageException.OutcomeUnknown;
        return new CommandSet(tenant, commands, withHistory, tries, doubt);
    }

    CommandSet again() {
        return new CommandSet(tenant, commands, withHistory, tries + 1, inDoubt);
    }

    List<CommandSet> halves() {
        int middle = commands.size() / 2;
        return List.of(part(0, middle), part(middle, commands.size()));
    }

    private CommandSet part(int from, int to) {
        return new CommandSet(tenant, commands.subList(from, to), withHistory, 1, inDoubt);
    }

    /** Tells everybody that it failed, and whether it is certain that nothing happened. */
    void fail(Throwable failure) {
        Throwable told = inDoubt ? new StorageException.OutcomeUnknown(failure) : failure;
        commands.forEach(waiting -> waiting.failed(told));
    }
}
