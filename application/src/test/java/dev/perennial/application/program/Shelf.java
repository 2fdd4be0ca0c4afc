package dev.perennial.application.program;

import dev.perennial.application.shared.Fingerprint;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.storage.BudgetUses;
import dev.perennial.application.storage.ClubScores;
import dev.perennial.application.storage.GuestOrders;
import dev.perennial.application.storage.Identifiers;
import dev.perennial.application.storage.MemberMerges;
import dev.perennial.application.storage.MemberRecords;
import dev.perennial.application.storage.MemberStates;
import dev.perennial.application.storage.PoolPlaces;
import dev.perennial.application.storage.Profiles;
import dev.perennial.application.storage.ProgramVersions;
import dev.perennial.application.storage.PublishedTickets;
import dev.perennial.application.storage.Raffles;
import dev.perennial.application.storage.Rankings;
import dev.perennial.application.storage.Replans;
import dev.perennial.application.storage.Requests;
import dev.perennial.application.storage.SandboxClocks;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TicketSnapshot;
import dev.perennial.application.storage.Transaction;
import dev.perennial.application.storage.VoucherCodes;
import dev.perennial.application.testing.InMemoryReplans;
import dev.perennial.application.testing.InMemorySandboxClocks;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where one tenant's versions stand, with mishaps on order: the next transactions fail as told, before or after their
 * commit.
 */
final class Shelf implements Storage, Transaction, Requests, ProgramVersions {

    private List<ProgramVersion> versions = new ArrayList<>();
    private Map<RequestKey, Earlier> replies = new HashMap<>();
    private Map<RequestKey, Fingerprint> claimed = new HashMap<>();
    private final Deque<StorageException> mishaps = new ArrayDeque<>();

    void failNext(StorageException... failures) {
        mishaps.addAll(List.of(failures));
    }

    /** A transaction that sees what stands here now, whatever is added later. */
    Transaction asOfNow() {
        Shelf seen = new Shelf();
        seen.versions = List.copyOf(versions);
        return seen;
    }

    /** Keys that a committed transaction left claimed without a reply: there must be none. */
    Set<RequestKey> danglingKeys() {
        Set<RequestKey> keys = new HashSet<>(claimed.keySet());
        keys.removeAll(replies.keySet());
        return keys;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        List<ProgramVersion> versionsBefore = new ArrayList<>(versions);
        Map<RequestKey, Earlier> repliesBefore = new HashMap<>(replies);
        Map<RequestKey, Fingerprint> claimedBefore = new HashMap<>(claimed);
        T result = work.apply(this);
        StorageException mishap = mishaps.poll();
        if (mishap instanceof StorageException.Conflict) {
            versions = versionsBefore;
            replies = repliesBefore;
            claimed = claimedBefore;
        }
        if (mishap != null) {
            throw mishap;
        }
        return result;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return work.apply(this);
    }

    @Override
    public Map<RequestKey, Earlier> claim(TenantId tenant, Map<RequestKey, Fingerprint> keys) {
        Map<RequestKey, Earlier> known = new HashMap<>(replies);
        known.keySet().retainAll(keys.keySet());
        keys.forEach(claimed::putIfAbsent);
        return known;
    }

    @Override
    public Map<RequestKey, Earlier> find(TenantId tenant, Set<RequestKey> keys) {
        Map<RequestKey, Earlier> known = new HashMap<>(replies);
        known.keySet().retainAll(keys);
        return known;
    }

    @Override
    public void release(TenantId tenant, Set<RequestKey> keys) {
        claimed.keySet().removeAll(keys);
    }

    @Override
    public int latest(TenantId tenant) {
        return versions.size();
    }

    @Override
    public List<ProgramVersion> all(TenantId tenant) {
        return List.copyOf(versions);
    }

    @Override
    public void add(TenantId tenant, ProgramVersion version, RequestKey key, Payload reply) {
        versions.add(version);
        replies.put(key, new Earlier(claimed.get(key), reply));
    }

    @Override
    public Requests requests() {
        return this;
    }

    @Override
    public ProgramVersions programs() {
        return this;
    }

    /** One clock for all: the real one. */
    @Override
    public SandboxClocks clocks() {
        return InMemorySandboxClocks.none();
    }

    /** Nobody is to be planned. */
    @Override
    public Replans replans() {
        return InMemoryReplans.forNobody();
    }

    @Override
    public Rankings rankings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClubScores clubs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PoolPlaces pools() {
        throw new AssertionError("programs know no members");
    }

    @Override
    public VoucherCodes codes() {
        throw new UnsupportedOperationException("a shelf has no codes");
    }

    @Override
    public BudgetUses budgets() {
        throw new UnsupportedOperationException("a shelf has no budgets");
    }

    @Override
    public MemberStates members() {
        throw new AssertionError("programs know no members");
    }

    @Override
    public GuestOrders guestOrders() {
        throw new AssertionError("programs know no guests");
    }

    @Override
    public MemberMerges merges() {
        throw new AssertionError("programs know no members");
    }

    @Override
    public MemberRecords records() {
        throw new AssertionError("programs know no members");
    }

    @Override
    public Profiles profiles() {
        throw new AssertionError("programs know no members");
    }

    @Override
    public Identifiers identifiers() {
        throw new AssertionError("programs know no members");
    }

    @Override
    public Raffles raffles() {
        throw new AssertionError("these programs have no raffles");
    }

    @Override
    public TicketSnapshot ticketSnapshot() {
        throw new AssertionError("these programs have no raffles");
    }

    @Override
    public PublishedTickets publishedTickets() {
        throw new AssertionError("these programs have no raffles");
    }
}
