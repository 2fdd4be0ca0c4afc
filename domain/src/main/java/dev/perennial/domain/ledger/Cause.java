package dev.perennial.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What made an entry.
 *
 * @param trigger what was being decided
 * @param number the activity's or command's number within the member; for a due moment, the lot's
 * @param activityNumber the fact whose entitlement moved, 0 when none; it differs from the trigger's when a refund or a
 *     late fact changed what another fact is worth
 * @param rule the earning rule, null when none decided
 * @param programVersion the version under which it was decided, 0 when none was needed
 */
public record Cause(
        Trigger trigger,
        long number,
        long activityNumber,
        @Nullable String rule,
        int programVersion) {

    /** What can make units move. */
    public enum Trigger {
        ACTIVITY,
        COMMAND,
        DUE
    }

    public static Cause due(Lot lot) {
        return new Cause(Trigger.DUE, lot.number(), lot.activityNumber(), lot.rule(), lot.programVersion());
    }

    public static Cause command(long number) {
        return new Cause(Trigger.COMMAND, number, 0, null, 0);
    }
}
