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
import dev.perennial.domain.shared.MemberId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Storage of which the next transactions fail as they are told to, or those that meet a certain member. */
public final class FaultyStorage implements Storage {

    private final Storage sound;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<MemberId, RuntimeException> broken = new ConcurrentHashMap<>();
    private int transactions;

    private record Fault(boolean afterCommit, RuntimeException failure) {}

    public FaultyStorage(Storage sound) {
        this.sound = sound;
    }

    /** One of the next transactions, in the order of these calls, is rolled back. */
    public synchronized FaultyStorage rollingBack(RuntimeException failure) {
        faults.add(new Fault(false, failure));
        return this;
    }

    /** One of the next transactions, in the order of these calls, is committed although it seems to have failed. */
    public synchronized FaultyStorage committingBut(RuntimeException failure) {
        faults.add(new Fault(true, failure));
        return this;
    }

    /** From now on, whichever transaction locks the member is rolled back, whoever else is in it. */
    public FaultyStorage failingFor(String member, RuntimeException failure) {
        broken.put(new MemberId(member), failure);
        return this;
    }

    /** Members can be locked again. */
    public void mend() {
        broken.clear();
    }

    /** How many transactions were begun. */
    public synchronized int transactions() {
        return transactions;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        Fault fault = next();
        if (fault == null) {
            return sound.transact(tx -> work.apply(watched(tx)));
        }
        sound.transact(tx -> {
            T done = work.apply(watched(tx));
            if (!fault.afterCommit()) {
                throw fault.failure();
            }
            return done;
        });
        throw fault.failure();
    }

    private synchronized Fault next() {
        transactions++;
        return faults.poll();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return sound.read(work);
    }

    private Transaction watched(Transaction tx) {
        return new Watched(
                tx.requests(),
                new BreakingStates(tx.members(), broken),
                tx.profiles(),
                tx.identifiers(),
                tx.programs(),
                tx.budgets(),
                tx.codes(),
                tx.rankings(),
                tx.clubs(),
                tx.pools(),
                tx.clocks(),
                tx.raffles(),
                tx.ticketSnapshot(),
                tx.publishedTickets(),
                tx.replans(),
                tx.records(),
                tx.merges(),
                tx.guestOrders());
    }

    private record Watched(
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
