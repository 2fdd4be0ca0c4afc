package dev.perennial.application.ledger;

import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Proposed corrections, for reading. */
public interface ProposalLog {

    /**
     * Those of all members, the newest first.
     *
     * @param state only those in this state at the moment; empty for any
     * @param belowPosition only those with a smaller position; {@link Long#MAX_VALUE} for the first page
     * @return at most {@code limit}
     */
    List<Listed> list(TenantId tenant, Optional<ProposalState> state, Instant now, long belowPosition, int limit);

    /** One of the member's; empty when it has none of that number, or there is no such member. */
    Optional<Proposal> find(TenantId tenant, MemberId member, long number);

    /**
     * A proposal in a list.
     *
     * @param position from 1, its place among the proposals of all tenants, in the order in which they were made
     */
    record Listed(long position, Proposal proposal) {}
}
