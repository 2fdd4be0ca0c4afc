package dev.perennial.application.testing;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Identifiers.Owned;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.Proposal;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.Tally;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.loyalty.replay.Input;
import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** All data of an in-memory storage. Values never change, so a copy of the maps is a copy of everything. */
record Tables(
        Map<KeyId, ClaimedKey> keys,
        Map<MemberRef, MemberFile> members,
        Map<MemberRef, MemberId> merged,
        Map<MemberRef, Member> profiles,
        Map<IdentifierRef, Owned> identifiers,
        Map<TenantId, List<ProgramVersion>> programs,
        Map<BudgetRef, Long> budgets,
        Map<TenantId, List<InMemoryVoucherCodes.Code>> codes,
        Map<InMemoryTransferLog.TransferRef, Transfer> transfers,
        Map<InMemoryProposalLog.ProposalRef, Proposal> proposals,
        Map<MemberRef, Place> places,
        InMemoryCommunity community,
        Map<TenantId, InMemorySandboxClocks.Dial> clocks,
        Map<RaffleRef, RaffleFile> raffles,
        Map<TenantId, List<InMemoryReplans.Asked>> replans,
        Map<TenantId, List<InMemoryUnitFlows.Recorded>> recorded,
        Map<InMemoryGuestOrders.OrderRef, InMemoryGuestOrders.Row> guests) {

    static Tables empty() {
        return new Tables(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new HashMap<>(),
                InMemoryCommunity.empty(),
                new HashMap<>(),
                new HashMap<>(),
                new LinkedHashMap<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    Tables copy() {
        return new Tables(
                new HashMap<>(keys),
                new HashMap<>(members),
                new HashMap<>(merged),
                new HashMap<>(profiles),
                new HashMap<>(identifiers),
                new HashMap<>(programs),
                new HashMap<>(budgets),
                new HashMap<>(codes),
                new LinkedHashMap<>(transfers),
                new LinkedHashMap<>(proposals),
                new HashMap<>(places),
                community.copy(),
                new HashMap<>(clocks),
                new HashMap<>(raffles),
                new LinkedHashMap<>(replans),
                new HashMap<>(recorded),
                new HashMap<>(guests));
    }

    /** Whom the id leads to. */
    MemberRef named(TenantId tenant, MemberId member) {
        MemberRef ref = new MemberRef(tenant, member);
        return new MemberRef(tenant, merged.getOrDefault(ref, member));
    }

    record MemberRef(TenantId tenant, MemberId member) {}

    record IdentifierRef(TenantId tenant, Fingerprint hash) {}

    record BudgetRef(TenantId tenant, BudgetUse use) {}

    record RaffleRef(TenantId tenant, String raffle) {}

    record KeyId(TenantId tenant, RequestKey key) {}

    /**
     * A claimed key.
     *
     * @param reply null until its effect is saved
     */
    record ClaimedKey(Fingerprint fingerprint, @Nullable Payload reply) {}

    /**
     * Everything that was ever saved of a member.
     *
     * @param notes of the commands that came with one, by their number
     * @param commands what was asked for
     */
    record MemberFile(
            MemberState state,
            SortedMap<Long, RecordedFact> facts,
            SortedMap<Integer, Lot> lots,
            List<Entry> entries,
            SortedMap<Instant, Tally> checkpoints,
            SortedMap<Long, Redemption> redemptions,
            List<Event> events,
            Map<Long, Note> notes,
            List<Input.Command> commands) {}

    /** Why a command was given, and who asked for it. */
    record Note(String reason, String actor, String approver) {

        static final Note NONE = new Note("", "", "");
    }
}
