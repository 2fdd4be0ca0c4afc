package dev.perennial.application.storage;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.HistoryNeed;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members' state and everything their decisions wrote. */
public interface MemberStates {

    /** Loads the members that exist and locks them, in ascending order of their number, until the transaction ends. */
    Map<MemberId, MemberState> lock(TenantId tenant, Set<MemberId> members);

    /** Loads the members that exist, without locks. */
    Map<MemberId, MemberState> read(TenantId tenant, Set<MemberId> members);

    /** One member, without locks, or refused with {@link Reason#MEMBER_NOT_FOUND}. */
    default Result<MemberState> find(TenantId tenant, MemberId member) {
        MemberState state = read(tenant, Set.of(member)).get(member);
        return state == null ? Result.refused(Refusal.memberNotFound()) : Result.ok(state);
    }

    /** How many events each of the members that exist has had: cheaper than its state, to learn whether it moved. */
    Map<MemberId, Long> sequences(TenantId tenant, Set<MemberId> members);

    /**
     * Every entry with which a card became a reward or a reward a card again, in the order in which they were made; nothing
     * of members who have none.
     */
    Map<MemberId, List<Entry>> conversions(TenantId tenant, Collection<MemberState> members);

    /**
     * Loads the past that a decision needs, from the latest checkpoint that is early enough. For an order that is not
     * known, a history without facts.
     */
    History history(TenantId tenant, MemberState state, HistoryNeed need);

    /**
     * Writes effects in their order: states, entries, lots, facts, checkpoints, events, replies and request keys.
     * Several effects of one member may be among them; each continues the one before.
     *
     * @throws dev.perennial.application.shared.StorageException.Conflict when a member is no longer where a decision
     *     saw it
     * @throws dev.perennial.application.shared.StorageException.OrderExists when an order id is already taken for the
     *     member
     * @throws dev.perennial.application.shared.StorageException.CodeTaken when a voucher's code is another one's already,
     *     or a voucher that was brought along has the code of a list, be it since a moment ago
     */
    void save(TenantId tenant, List<Effect> effects);
}
