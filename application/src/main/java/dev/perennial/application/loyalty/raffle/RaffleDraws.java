package dev.perennial.application.loyalty.raffle;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Attempts;
import dev.perennial.application.storage.Keyed;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.raffle.Announcement;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.MerkleTree;
import dev.perennial.domain.loyalty.raffle.Outcome;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.RaffleRefusals;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Closing and drawing raffles, each decided by the tenant's time: a sandbox's raffle is due when its own clock says so.
 */
public final class RaffleDraws {

    static final Outcome NOBODY = new Outcome(List.of(), List.of());

    /** What is due is soon done; members who stay due after so many rounds are beyond this call. */
    private static final int ROUNDS_MAX = 10;

    private final Attempts attempts;
    private final Lanes lanes;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    public RaffleDraws(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        this.lanes = lanes;
        this.attempts = new Attempts(storage, backoff);
        this.catalog = catalog;
        this.time = time;
    }

    /**
     * Freezes the tickets as the ledger has them at the closing moment, and publishes the root over the list. The list
     * is made in small transactions; a call that goes on where another one was interrupted comes to the same list.
     *
     * @param reply makes the reply, which is kept for repetitions of the request
     * @return refused with {@link Reason#RAFFLE_NOT_FOUND}, {@link Reason#RAFFLE_OPEN} before its moment,
     *     {@link Reason#RAFFLE_ALREADY_CLOSED}, {@link Reason#KEY_REUSED}, or {@link Reason#BALANCE_OVERFLOW} when there
     *     are more tickets than can be counted
     */
    public Result<Answer> close(
            Tenant tenant, String raffle, Identity identity, Function<RaffleReport, Payload> reply) {
        Optional<Result<Answer>> answered = attempts.decide(
                time,
                tenant.id(),
                (tx, now) -> new Keyed(tx, tenant, identity).unlessDone(() -> begin(tx, tenant, raffle, now)));
        if (answered.isPresent()) {
            return answered.get();
        }
        try {
            freeze(tenant, raffle);
        } catch (ArithmeticException tooMany) {
            return Result.refused(Refusal.of(Reason.BALANCE_OVERFLOW, "The tickets are more than can be counted."));
        }
        return attempts.decide(
                time,
                tenant.id(),
                (tx, now) ->
                        new Keyed(tx, tenant, identity).once(() -> finish(tx, tenant, raffle, now, identity, reply)));
    }

    private void freeze(Tenant tenant, String raffle) {
        int rounds = 0;
        Freeze.Step step;
        do {
            step = attempts.transact(tx -> Freeze.step(tx, tenant, raffle));
            rounds = step.due().isEmpty() ? 0 : rounds + 1;
            if (rounds > ROUNDS_MAX) {
                throw new Overloaded("members cannot be advanced to the close");
            }
            // Nothing is locked here: the lanes decide for these members as for all others.
            List<CompletableFuture<Boolean>> advances = step.due().stream()
                    .map(member -> lanes.advance(tenant.id(), member))
                    .toList();
            advances.forEach(CompletableFuture::join);
        } while (step.more());
    }

    private Result<Raffle> begin(Transaction tx, Tenant tenant, String id, Instant now) {
        return switch (tx.raffles().lock(tenant.id(), id).orElse(null)) {
            case null -> Result.refused(RaffleRefusals.notFound());
            case Raffle.Open open -> begin(tx, tenant, open, now);
            case Raffle.Closing closing -> Result.ok(closing);
            case Raffle.Closed closed -> Result.refused(RaffleRefusals.alreadyClosed());
            case Raffle.Drawn drawn -> Result.refused(RaffleRefusals.alreadyClosed());
        };
    }

    private Result<Raffle> begin(Transaction tx, Tenant tenant, Raffle.Open open, Instant now) {
        return terms(tx, tenant, open, now)
                .then(terms -> open.close(terms, now))
                .map(closing -> {
                    tx.raffles().save(tenant.id(), closing);
                    return closing;
                });
    }

    private Result<Payload> finish(
            Transaction tx,
            Tenant tenant,
            String id,
            Instant now,
            Identity identity,
            Function<RaffleReport, Payload> reply) {
        if (!(tx.raffles().lock(tenant.id(), id).orElse(null) instanceof Raffle.Closing closing)) {
            return Result.refused(RaffleRefusals.alreadyClosed());
        }
        Hash root = MerkleTree.root(
                tx.publishedTickets().blocks(tenant.id(), closing.commitment().number()));
        Raffle.Closed closed = closing.done(root, now);
        Payload payload = reply.apply(new RaffleReport(closed.terms(), closed, NOBODY));
        tx.raffles().close(tenant.id(), closed, identity.key(), payload);
        return Result.ok(payload);
    }

    /**
     * Reveals the seed and names the winners.
     *
     * @param beacon the public value that the raffle mixes in; empty when it mixes none in
     * @param reply makes the reply, which is kept for repetitions of the request
     * @return refused with {@link Reason#RAFFLE_NOT_FOUND}, {@link Reason#RAFFLE_OPEN} when it is not closed,
     *     {@link Reason#INVALID_REQUEST} for a beacon where none is wanted or none where one is,
     *     {@link Reason#RAFFLE_ALREADY_DRAWN} or {@link Reason#KEY_REUSED}
     */
    public Result<Answer> draw(
            Tenant tenant, String raffle, String beacon, Identity identity, Function<RaffleReport, Payload> reply) {
        return attempts.decide(
                time,
                tenant.id(),
                (tx, now) -> new Keyed(tx, tenant, identity)
                        .once(() -> closed(tx, tenant, raffle, now)
                                .then(closed -> closed.draw(seed(tx, tenant, raffle), beacon, now))
                                .map(drawn -> drawn(tx, tenant, drawn, identity, reply))));
    }

    private Result<Raffle.Closed> closed(Transaction tx, Tenant tenant, String id, Instant now) {
        return switch (tx.raffles().lock(tenant.id(), id).orElse(null)) {
            case null -> Result.refused(RaffleRefusals.notFound());
            case Raffle.Open open ->
                terms(tx, tenant, open, now).then(terms -> Result.refused(RaffleRefusals.open(terms.closesAt())));
            case Raffle.Closing closing ->
                Result.refused(RaffleRefusals.open(closing.terms().closesAt()));
            case Raffle.Closed closed -> Result.ok(closed);
            case Raffle.Drawn drawn -> Result.refused(RaffleRefusals.alreadyDrawn());
        };
    }

    private static Hash seed(Transaction tx, Tenant tenant, String raffle) {
        return Hash.of(tx.raffles().secrets(tenant.id(), raffle).seed().bytes());
    }

    private static Payload drawn(
            Transaction tx,
            Tenant tenant,
            Raffle.Drawn drawn,
            Identity identity,
            Function<RaffleReport, Payload> reply) {
        List<Place> places = Winners.first(tx, tenant.id(), drawn);
        Outcome outcome = Winners.of(tx, tenant.id(), drawn, places);
        Payload payload = reply.apply(new RaffleReport(drawn.closed().terms(), drawn, outcome));
        tx.raffles().draw(tenant.id(), drawn, places, identity.key(), payload);
        WinEvents.tell(tx, tenant.id(), drawn, outcome);
        return payload;
    }

    private Result<RaffleDocument> terms(Transaction tx, Tenant tenant, Raffle.Open open, Instant now) {
        return terms(catalog, tx, tenant, open, now);
    }

    static Result<RaffleDocument> terms(
            ProgramCatalog catalog, Transaction tx, Tenant tenant, Raffle.Open open, Instant now) {
        List<ProgramVersion> versions = catalog.in(tx, tenant.id()).versions().stream()
                .map(InForce::version)
                .toList();
        return Announcement.of(versions, open.commitment().id(), now)
                .map(Result::ok)
                .orElseGet(() -> Result.refused(RaffleRefusals.notFound()));
    }
}
