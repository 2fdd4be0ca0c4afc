package dev.perennial.application.loyalty;

import dev.perennial.application.shared.StorageException;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Commands of one tenant that share a transaction.
 *
 * @param withHistory whether they may look into the past
 * @param lost how many transactions each of them was in that were lost to others, whoever was in them besides
 * @param inDoubt whether one of them may have had its effect although a try failed. From then on "nothing happened" is
 *     a lie for each of them, until its key could be claimed
 * @param patience shared by all sets that came of the same commands
 */
record CommandSet(
        TenantId tenant, List<Waiting> commands, boolean withHistory, int lost, boolean inDoubt, Patience patience) {

    /** Each of them reads a part of the past by itself; more would hold their members for long. */
    private static final int LOOKING_BACK_MAX = 20;

    /** So few are tried each by itself: that costs less than to wait for the same row once more. */
    private static final int TRIED_SINGLY_MAX = 25;

    static CommandSet fresh(TenantId tenant, List<Waiting> commands) {
        return new CommandSet(tenant, commands, false, 0, false, new Patience());
    }

    /**
     * Sets of those that were put off, in the same order. Their keys could be claimed, so there is no doubt about them.
     */
    List<CommandSet> lookingBack(List<Waiting> putOff) {
        return cut(putOff, LOOKING_BACK_MAX).stream()
                .map(some -> new CommandSet(tenant, some, true, 0, false, patience))
                .toList();
    }

    boolean isSingle() {
        return commands.size() == 1;
    }

    Waiting single() {
        return commands.getFirst();
    }

    List<Waiting> where(Predicate<MemberCommand> condition) {
        return commands.stream()
                .filter(waiting -> condition.test(waiting.command()))
                .toList();
    }

    /** The same commands, remembering whether the failure leaves open what became of them. */
    CommandSet after(Throwable failure) {
        boolean doubt = inDoubt || failure instanceof StorageException.OutcomeUnknown;
        return new CommandSet(tenant, commands, withHistory, lost, doubt, patience);
    }

    CommandSet afterLosing() {
        patience.lose();
        return new CommandSet(tenant, commands, withHistory, lost + 1, inDoubt, patience);
    }

    /** About as many parts as each has commands: a culprit stands alone after two steps, however many they were. */
    List<CommandSet> parts() {
        int size = commands.size() > TRIED_SINGLY_MAX ? (int) Math.sqrt(commands.size()) : 1;
        return cut(commands, size).stream()
                .map(some -> new CommandSet(tenant, some, withHistory, lost, inDoubt, patience))
                .toList();
    }

    private static List<List<Waiting>> cut(List<Waiting> commands, int size) {
        List<List<Waiting>> pieces = new ArrayList<>();
        for (int from = 0; from < commands.size(); from += size) {
            pieces.add(commands.subList(from, Math.min(from + size, commands.size())));
        }
        return pieces;
    }

    /** Tells everybody that it failed, and whether it is certain that nothing happened. */
    void fail(Throwable failure) {
        Throwable told = inDoubt ? new StorageException.OutcomeUnknown(failure) : failure;
        commands.forEach(waiting -> waiting.failed(told));
    }
}
