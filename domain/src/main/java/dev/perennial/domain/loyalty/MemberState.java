package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything about one member that an ordinary decision reads; its past is only looked at when it has to be decided
 * again.
 *
 * @param number the platform's dense number of the member within the tenant
 * @param sequence how many events the member has had: every decision with an effect raises it
 * @param advancedTo the moment up to which everything due has been applied; a member never goes backwards
 * @param lastActivity the highest activity number ever used
 * @param lastCommand the highest command number ever used
 */
public record MemberState(
        MemberId id,
        int number,
        long sequence,
        Instant enrolledAt,
        Instant advancedTo,
        Traits traits,
        Wallet wallet,
        Tally tally,
        long lastActivity,
        long lastCommand) {

    /** The next moment at which anything happens to this member by itself. */
    public Optional<Instant> nextDueAt() {
        return wallet.nextDueAt();
    }

    /** The one reading of time for a decision: the clock's, unless the member is already further. */
    public Instant effective(Instant now) {
        return now.isAfter(advancedTo) ? now : advancedTo;
    }
}
