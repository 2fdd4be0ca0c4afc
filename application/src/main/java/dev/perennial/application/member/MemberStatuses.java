package dev.perennial.application.member;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.StatusChange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Who may use what: members are suspended, closed and opened again. */
public final class MemberStatuses {

    private final Lanes lanes;

    public MemberStatuses(Lanes lanes) {
        this.lanes = lanes;
    }

    /**
     * Gives the member the status.
     *
     * @param reason why, in the words of whoever does it
     * @return refused with {@link Reason#MEMBER_NOT_FOUND} or {@link Reason#KEY_REUSED}
     */
    public CompletableFuture<Result<Answer>> set(
            Tenant tenant,
            MemberId member,
            StatusChange change,
            String reason,
            Identity identity,
            Function<MemberState, Payload> reply) {
        return lanes.submit(new SetMemberStatus(tenant.id(), member, change, reason, identity, reply));
    }
}
