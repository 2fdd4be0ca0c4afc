package dev.perennial.application.ledger;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.shared.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A correction by hand, as somebody asks for it.
 *
 * @param reason why; statements show it
 * @param actor who asks, as the caller names them; empty when not told. Statements show it, too
 * @param approval of the bulk that it is a line of; null when there is none, so that the program's limits hold
 * @param expectations of the version, that it is in force now
 */
public record Adjustment(
        MemberId member,
        Correction what,
        String reason,
        String actor,
        @Nullable BulkApproval approval,
        Expectations expectations) {

    /** By one person alone. */
    public Adjustment(MemberId member, Correction what, String reason, String actor, Expectations expectations) {
        this(member, what, reason, actor, null, expectations);
    }
}
