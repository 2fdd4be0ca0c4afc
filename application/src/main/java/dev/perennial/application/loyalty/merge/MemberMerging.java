package dev.perennial.application.loyalty.merge;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.Keyed;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.util.function.Function;

/** Two members turn out to be one customer. */
public final class MemberMerging {

    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final Attempts attempts;

    public MemberMerging(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        this.catalog = catalog;
        this.time = time;
        this.attempts = new Attempts(storage, backoff);
    }

    /**
     * What is asked for.
     *
     * @param from whose everything becomes the other's
     * @param reason why, in the words of whoever does it
     * @param actor who does it, as the caller names them
     */
    public record Asked(MemberId from, MemberId into, String reason, String actor) {}

    /**
     * Makes them one. The id of the one that was merged leads to the survivor from then on.
     *
     * @param reply of the survivor
     * @return refused with {@link Reason#MEMBER_NOT_FOUND}, {@link Reason#PROGRAM_NOT_APPLIED}, {@link
     *     Reason#SAME_MEMBER}, {@link Reason#MEMBER_SUSPENDED}, {@link Reason#MEMBER_CLOSED}, {@link
     *     Reason#MERGE_CONFLICT}, {@link Reason#TOO_MANY_IDENTIFIERS}, {@link Reason#BALANCE_OVERFLOW} or {@link
     *     Reason#KEY_REUSED}
     */
    public Result<Answer> merge(Tenant tenant, Asked asked, Identity identity, Function<MemberState, Payload> reply) {
        return attempts.decide(time, tenant.id(), (tx, now) -> {
            catalog.meet(tx, tenant.id());
            return new Keyed(tx, tenant, identity)
                    .once(() -> MergeMembers.open(tx, tenant, asked, () -> catalog.in(tx, tenant.id()), now)
                            .then(MergeMembers::allowed)
                            .map(merge -> merge.done(identity.key(), reply)));
        });
    }
}
