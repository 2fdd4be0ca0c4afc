package dev.perennial.application.testing;

import dev.perennial.application.ledger.ProposalLog;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.ProposalState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposals in the order in which they were made. */
final class InMemoryProposalLog implements ProposalLog {

    private final InMemoryStorage storage;

    InMemoryProposalLog(InMemoryStorage storage) {
        this.storage = storage;
    }

    /** Which proposal: its place in the map does not change when somebody decides on it. */
    record ProposalRef(TenantId tenant, MemberId member, long number) {}

    static void save(Map<ProposalRef, Proposal> proposals, TenantId tenant, @Nullable Proposal changed) {
        if (changed != null) {
            proposals.put(new ProposalRef(tenant, changed.member(), changed.number()), changed);
        }
    }

    static Map<Long, Proposal> of(Map<ProposalRef, Proposal> proposals, TenantId tenant, MemberId member) {
        Map<Long, Proposal> found = new HashMap<>();
        proposals.forEach((ref, proposal) -> {
            if (ref.tenant().equals(tenant) && ref.member().equals(member)) {
                found.put(ref.number(), proposal);
            }
        });
        return found;
    }

    @Override
    public List<Listed> list(
            TenantId tenant, Optional<ProposalState> state, Instant now, long belowPosition, int limit) {
        List<Listed> found = new ArrayList<>();
        long position = 0;
        for (var each : storage.committed().proposals().entrySet()) {
            position++;
            ProposalState is = each.getValue().stateAt(now);
            if (each.getKey().tenant().equals(tenant)
                    && position < belowPosition
                    && state.map(is::equals).orElse(true)) {
                found.add(new Listed(position, each.getValue()));
            }
        }
        return found.reversed().stream().limit(limit).toList();
    }

    @Override
    public Optional<Proposal> find(TenantId tenant, MemberId member, long number) {
        return Optional.ofNullable(storage.committed().proposals().get(new ProposalRef(tenant, member, number)));
    }
}
