package dev.perennial.grpc.shared;

import dev.perennial.application.ledger.ProposalLog;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Proposals that cannot be read. */
record BrokenProposals(Supplier<RuntimeException> failure) implements ProposalLog {

    @Override
    public List<Listed> list(
            TenantId tenant, Optional<ProposalState> state, Instant now, long belowPosition, int limit) {
        throw failure.get();
    }

    @Override
    public Optional<Proposal> find(TenantId tenant, MemberId member, long number) {
        throw failure.get();
    }
}
