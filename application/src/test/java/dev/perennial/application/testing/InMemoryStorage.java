package dev.perennial.application.testing;

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
import dev.perennial.application.testing.Tables.MemberRef;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Storage without a database: one transaction after the other works on a copy, which replaces the original at its end.
 */
public final class InMemoryStorage implements Storage {

    private final ReentrantLock oneAtATime = new ReentrantLock(true);
    private final Set<MemberRef> locked = ConcurrentHashMap.newKeySet();
    private volatile Tables committed = Tables.empty();

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        oneAtATime.lock();
        try {
            Tables tables = committed.copy();
            T result = work.apply(on(tables, true));
            committed = tables;
            return result;
        } finally {
            locked.clear();
            oneAtATime.unlock();
        }
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return work.apply(on(committed.copy(), false));
    }

    /** The committed events of a member, in order. */
    public List<Event> events(TenantId tenant, MemberId member) {
        Tables.MemberFile file = committed.members().get(new MemberRef(tenant, member));
        return file == null ? List.of() : file.events();
    }

    /** Gives a tenant a clock of its own. */
    void startClock(TenantId sandbox, Instant at) {
        oneAtATime.lock();
        try {
            Tables tables = committed.copy();
            tables.clocks().put(sandbox, new InMemorySandboxClocks.Dial(at, 0, false));
            committed = tables;
        } finally {
            oneAtATime.unlock();
        }
    }

    Tables committed() {
        return committed;
    }

    boolean isLocked(MemberRef member) {
        return locked.contains(member);
    }

    private Transaction on(Tables tables, boolean writable) {
        return new Ported(
                new InMemoryRequests(tables, writable),
                new InMemoryMemberStates(tables, locked, writable),
                new InMemoryProfiles(tables, writable),
                new InMemoryIdentifiers(tables, writable),
                new InMemoryProgramVersions(tables, writable),
                new InMemoryBudgetUses(tables, writable),
                new InMemoryVoucherCodes(tables, writable),
                new InMemoryRankings(tables),
                new InMemoryClubScores(tables, writable),
                new InMemoryPoolPlaces(tables, writable),
                new InMemorySandboxClocks(tables.clocks(), writable),
                new InMemoryRaffles(tables, writable),
                new InMemoryTicketSnapshot(tables, writable),
                new InMemoryPublishedTickets(tables),
                new InMemoryReplans(tables, writable),
                new InMemoryMemberRecords(tables),
                new InMemoryMemberMerges(tables, writable),
                new InMemoryGuestOrders(tables, writable));
    }

    private record Ported(
            Requests requests,
            MemberStates members,
            Profiles profiles,
            Identifiers identifiers,
            ProgramVersions programs,
            BudgetUses budgets,
            VoucherCodes codes,
            Rankings rankings,
            ClubScores clubs,
            PoolPlaces pools,
            SandboxClocks clocks,
            Raffles raffles,
            TicketSnapshot ticketSnapshot,
            PublishedTickets publishedTickets,
            Replans replans,
            MemberRecords records,
            MemberMerges merges,
            GuestOrders guestOrders)
            implements Transaction {}
}
