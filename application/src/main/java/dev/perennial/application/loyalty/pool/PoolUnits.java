package dev.perennial.application.loyalty.pool;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Effect.Kind;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.TransferDecisions;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.replay.Asked;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import java.util.Set;
import java.util.function.Function;

/** Units that go into a pool and out of it: transfers that are received in the transaction in which they are sent. */
public final class PoolUnits {

    private final PoolTransactions transactions;

    public PoolUnits(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        this.transactions = new PoolTransactions(storage, catalog, time, backoff);
    }

    /** So much of a unit, more than 0, in its smallest step. */
    public record Amount(UnitId unit, long amount) {}

    /**
     * Puts units of a member's into its pool, the soonest to expire first.
     *
     * @return refused as {@link Pools} is, or as {@link TransferDecisions#send} and {@link TransferDecisions#receive} are
     */
    public Result<Answer> put(
            Tenant tenant,
            MemberId member,
            String pool,
            Amount amount,
            Identity identity,
            Function<PoolReport, Payload> reply) {
        return transactions.once(
                tenant,
                pool,
                Set.of(member),
                identity,
                room -> room.holder()
                        .then(holder -> room.roster()
                                .putting(member)
                                .then(place -> moved(room, room.member(member), holder, amount)))
                        .map(sent -> room.save(
                                member,
                                Kind.PUT_INTO_POOL,
                                identity,
                                new Asked.Send(sent.to(), sent.unit(), sent.amount()),
                                reply)));
    }

    /**
     * Takes units out of a pool for a member who may, the soonest to expire first.
     *
     * @return refused as putting is, or with {@link Reason#POOL_NOT_OFFERED} or {@link Reason#POOL_ROLE}
     */
    public Result<Answer> take(
            Tenant tenant,
            MemberId member,
            String pool,
            Amount amount,
            Identity identity,
            Function<PoolReport, Payload> reply) {
        return transactions.once(
                tenant,
                pool,
                Set.of(member),
                identity,
                room -> room.holder()
                        .then(holder -> room.termsOfTaking()
                                .then(terms -> room.roster().taking(terms, member))
                                .then(place -> room.allowed(member))
                                .then(taker -> moved(room, holder, taker, amount)))
                        .map(sent -> room.save(member, Kind.TAKE_FROM_POOL, identity, new Asked.Receive(sent), reply)));
    }

    /** What was sent, and received just then. */
    private static Result<Transfer> moved(PoolRoom room, MemberState from, MemberState to, Amount amount) {
        Sending sending = new Sending(new Party(to.id(), to.number()), amount.unit(), amount.amount(), "");
        return new TransferDecisions(room.programs, from, room.budgets(), room.now)
                .send(sending)
                .then(sent -> {
                    room.decided(sent.decision());
                    return new TransferDecisions(room.programs, to, room.budgets(), room.now)
                            .receive(sent.transfer())
                            .map(received -> {
                                room.decided(received.decision());
                                return sent.transfer();
                            });
                });
    }
}
