package dev.perennial.application.testing;

import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.MemberStates;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Member states of which some cannot be locked. */
record BreakingStates(MemberStates sound, Map<MemberId, RuntimeException> broken) implements MemberStates {

    @Override
    public Map<MemberId, MemberState> lock(TenantId tenant, Set<MemberId> members) {
        for (MemberId member : members) {
            RuntimeException failure = broken.get(member);
            if (failure != null) {
                throw failure;
            }
        }
        return sound.lock(tenant, members);
    }

    @Override
    public Map<MemberId, MemberState> read(TenantId tenant, Set<MemberId> members) {
        return sound.read(tenant, members);
    }

    @Override
    public Map<MemberId, Long> sequences(TenantId tenant, Set<MemberId> members) {
        return sound.sequences(tenant, members);
    }

    @Override
    public Map<MemberId, List<Entry>> conversions(TenantId tenant, Collection<MemberState> members) {
        return sound.conversions(tenant, members);
    }

    @Override
    public History history(TenantId tenant, MemberState state, HistoryNeed need) {
        return sound.history(tenant, state, need);
    }

    @Override
    public void save(TenantId tenant, List<Effect> effects) {
        sound.save(tenant, effects);
    }
}
