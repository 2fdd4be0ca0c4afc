package dev.perennial.application.loyalty.pool;

import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.pool.PoolHolder;
import dev.perennial.domain.loyalty.pool.PoolRole;
import dev.perennial.domain.loyalty.pool.Roster;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.util.Set;
import java.util.function.Function;

/**
 * Who is in which pool. A pool is known by the caller's own id. Every call is refused with {@link
 * Reason#PROGRAM_NOT_APPLIED}, {@link Reason#MEMBER_NOT_FOUND} or {@link Reason#KEY_REUSED}, and every one but founding
 * with {@link Reason#POOL_NOT_FOUND}.
 */
public final class Pools {

    private final PoolTransactions transactions;
    private final Storage storage;
    private final ProgramCatalog catalog;
    private final TenantTime time;
    private final MemberNumbers numbers;

    public Pools(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff, MemberNumbers numbers) {
        this.transactions = new PoolTransactions(storage, catalog, time, backoff);
        this.storage = storage;
        this.catalog = catalog;
        this.time = time;
        this.numbers = numbers;
    }

    /**
     * Founds a pool.
     *
     * @return refused with {@link Reason#POOL_NOT_OFFERED}, {@link Reason#POOL_EXISTS}, {@link Reason#POOL_PLACE}, {@link
     *     Reason#MEMBER_SUSPENDED} or {@link Reason#MEMBER_CLOSED}
     */
    public Result<Answer> create(
            Tenant tenant, MemberId owner, String pool, Identity identity, Function<PoolReport, Payload> reply) {
        int number = numbers.next(tenant.id());
        return transactions.once(
                tenant,
                pool,
                Set.of(owner),
                identity,
                room -> room.terms()
                        .then(terms -> room.allowed(owner)
                                .then(free -> room.holder() instanceof Result.Ok<MemberState>
                                        ? Result.refused(
                                                Refusal.of(Reason.POOL_EXISTS, "There was a pool with this id."))
                                        : Roster.found(terms, pool, room.party(owner), room.last(owner), room.now)))
                        .map(place -> {
                            room.decided(
                                    Loyalty.enrol(room.programs, PoolHolder.of(pool), number, Profile.EMPTY, room.now));
                            room.placed(place);
                            return room.save(owner, Kind.CREATE_POOL, identity, Asked.NOTHING, reply);
                        }));
    }

    /**
     * Keeps a place free for a member.
     *
     * @param role adult or child
     * @return refused with {@link Reason#POOL_NOT_OFFERED}, or as {@link Roster#invite} is, or with {@link
     *     Reason#MEMBER_SUSPENDED} or {@link Reason#MEMBER_CLOSED} for {@code by}
     */
    public Result<Answer> invite(
            Tenant tenant,
            MemberId by,
            String pool,
            MemberId member,
            PoolRole role,
            Identity identity,
            Function<PoolReport, Payload> reply) {
        return transactions.once(
                tenant,
                pool,
                both(by, member),
                identity,
                room -> room.holder()
                        .then(holder -> room.terms())
                        .then(terms -> room.allowed(by)
                                .then(free -> room.roster()
                                        .invite(terms, by, room.party(member), role, room.last(member), room.now)))
                        .map(place -> {
                            room.placed(place);
                            return room.save(member, Kind.INVITE_TO_POOL, identity, Asked.NOTHING, reply);
                        }));
    }

    /** Lets a member take the place that was kept for it; refused as {@link Roster#join} is, or for its status. */
    public Result<Answer> join(
            Tenant tenant, MemberId member, String pool, Identity identity, Function<PoolReport, Payload> reply) {
        return transactions.once(
                tenant,
                pool,
                Set.of(member),
                identity,
                room -> room.holder()
                        .then(holder -> room.allowed(member))
                        .then(free -> room.roster().join(member, room.now))
                        .map(place -> {
                            room.placed(place);
                            return room.save(member, Kind.JOIN_POOL, identity, Asked.NOTHING, reply);
                        }));
    }

    /** Lets a member leave, or the owner put it out; refused as {@link Roster#leave} is, or for the owner's status. */
    public Result<Answer> leave(
            Tenant tenant,
            MemberId by,
            String pool,
            MemberId member,
            Identity identity,
            Function<PoolReport, Payload> reply) {
        return transactions.once(
                tenant,
                pool,
                both(by, member),
                identity,
                room -> room.holder()
                        .then(holder -> mayMove(room, by, member)
                                .then(free -> room.roster().leave(by, member, holds(room, holder), room.now)))
                        .map(place -> {
                            room.placed(place);
                            return room.save(member, Kind.LEAVE_POOL, identity, Asked.NOTHING, reply);
                        }));
    }

    /** Whoever is suspended may leave, and put nobody else out. */
    private static Result<MemberState> mayMove(PoolRoom room, MemberId by, MemberId member) {
        return by.equals(member) ? Result.ok(room.member(member)) : room.allowed(by);
    }

    /** They may be the same. */
    private static Set<MemberId> both(MemberId one, MemberId other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }

    private static boolean holds(PoolRoom room, MemberState holder) {
        return Loyalty.advance(room.programs, holder, room.budgets(), room.now)
                .after()
                .wallet()
                .balances()
                .values()
                .stream()
                .anyMatch(balance -> balance.available() + balance.pending() + balance.held() + balance.debt() > 0);
    }

    /** Gives a member another role, the owner's own included; refused as {@link Roster#change} is, or for the status of {@code by}. */
    public Result<Answer> changeRole(
            Tenant tenant,
            MemberId by,
            String pool,
            MemberId member,
            PoolRole role,
            Identity identity,
            Function<PoolReport, Payload> reply) {
        return transactions.once(
                tenant,
                pool,
                both(by, member),
                identity,
                room -> room.holder()
                        .then(holder -> room.allowed(by))
                        .then(free -> room.roster().change(by, member, role))
                        .map(places -> {
                            places.forEach(room::placed);
                            return room.save(member, Kind.CHANGE_POOL_ROLE, identity, Asked.NOTHING, reply);
                        }));
    }

    /** A pool as it is now, for somebody who is in it or invited to it. */
    public Result<PoolReport> get(Tenant tenant, MemberId member, String pool) {
        return storage.read(tx -> tx.members()
                .find(tenant.id(), member)
                .then(asking -> tx.pools()
                        .roster(tenant.id(), pool)
                        .place(member)
                        .map(place -> report(tx, tenant, pool, asking.sequence()))));
    }

    private PoolReport report(Transaction tx, Tenant tenant, String pool, long sequence) {
        ProgramHistory programs = catalog.in(tx, tenant.id());
        MemberId id = PoolHolder.of(pool);
        MemberState holder = tx.members().read(tenant.id(), Set.of(id)).get(id);
        if (holder == null) {
            throw new IllegalStateException("a pool without a holder");
        }
        var now = time.now(tx, tenant.id());
        var budgets = tx.budgets().asOfNow(tenant.id(), programs, holder, now);
        return new PoolReport(
                tx.pools().roster(tenant.id(), pool),
                Loyalty.advance(programs, holder, budgets, now).after().wallet(),
                sequence);
    }
}
