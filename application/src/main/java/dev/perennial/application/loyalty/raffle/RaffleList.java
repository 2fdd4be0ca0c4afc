package dev.perennial.application.loyalty.raffle;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.PublishedTickets;
import dev.perennial.application.storage.PublishedTickets.Position;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.MerkleTree;
import dev.perennial.domain.loyalty.raffle.Pseudonym;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.loyalty.raffle.RaffleRefusals;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is published of raffles. */
public final class RaffleList {

    private final Storage storage;
    private final ProgramCatalog catalog;
    private final TenantTime time;

    public RaffleList(Storage storage, ProgramCatalog catalog, TenantTime time) {
        this.storage = storage;
        this.catalog = catalog;
        this.time = time;
    }

    /** The raffle, with its winners as of now; or refused with {@link Reason#RAFFLE_NOT_FOUND}. */
    public Result<RaffleReport> get(Tenant tenant, String raffle) {
        return storage.read(tx -> report(tx, tenant, raffle));
    }

    private Result<RaffleReport> report(Transaction tx, Tenant tenant, String id) {
        return switch (tx.raffles().find(tenant.id(), id).orElse(null)) {
            case null -> Result.refused(RaffleRefusals.notFound());
            case Raffle.Open open ->
                terms(tx, tenant, open).map(terms -> new RaffleReport(terms, open, RaffleDraws.NOBODY));
            case Raffle.Closing closing -> Result.ok(new RaffleReport(closing.terms(), closing, RaffleDraws.NOBODY));
            case Raffle.Closed closed -> Result.ok(new RaffleReport(closed.terms(), closed, RaffleDraws.NOBODY));
            case Raffle.Drawn drawn -> Result.ok(drawn(tx, tenant.id(), drawn));
        };
    }

    private static RaffleReport drawn(Transaction tx, TenantId tenant, Raffle.Drawn drawn) {
        var places = tx.publishedTickets().places(tenant, drawn.commitment().number());
        return new RaffleReport(drawn.closed().terms(), drawn, Winners.of(tx, tenant, drawn, places));
    }

    /**
     * Lines of the list, in the order of their tickets.
     *
     * @param fromTicket only lines whose first ticket has this number or a higher one
     * @return refused with {@link Reason#RAFFLE_NOT_FOUND}, or {@link Reason#RAFFLE_OPEN} when it is not closed
     */
    public Result<List<Holder>> tickets(Tenant tenant, String raffle, long fromTicket, int limit) {
        return storage.read(tx -> closed(tx, tenant, raffle)
                .map(closed -> tx.publishedTickets()
                        .list(tenant.id(), closed.commitment().number(), fromTicket, limit)));
    }

    /**
     * Shows that a member's line is in the list.
     *
     * @return refused with {@link Reason#RAFFLE_NOT_FOUND}, {@link Reason#RAFFLE_OPEN} when it is not closed,
     *     {@link Reason#MEMBER_NOT_FOUND}, or {@link Reason#TICKETS_NOT_FOUND} when the member had none at the close
     */
    public Result<TicketProof> prove(Tenant tenant, String raffle, MemberId member) {
        return storage.read(tx -> closed(tx, tenant, raffle).then(closed -> proof(tx, tenant, closed, member)));
    }

    private static Result<TicketProof> proof(Transaction tx, Tenant tenant, Raffle.Closed closed, MemberId member) {
        if (tx.members().read(tenant.id(), Set.of(member)).isEmpty()) {
            return Result.refused(Refusal.memberNotFound());
        }
        Position position = tx.publishedTickets()
                .find(tenant.id(), closed.commitment().number(), member)
                .orElse(null);
        return position == null
                ? Result.refused(RaffleRefusals.noTickets())
                : Result.ok(proof(tx, tenant.id(), closed, position));
    }

    private static TicketProof proof(Transaction tx, TenantId tenant, Raffle.Closed closed, Position position) {
        PublishedTickets tickets = tx.publishedTickets();
        int raffle = closed.commitment().number();
        List<Holder> block = tickets.list(tenant, raffle, position.blockFirst(), MerkleTree.BLOCK);
        int line = block.indexOf(position.holder());
        List<Hash> leaves =
                block.stream().map(holder -> holder.tickets().leaf()).toList();
        List<Hash> path = new ArrayList<>(MerkleTree.path(leaves, line));
        path.addAll(MerkleTree.path(tickets.blocks(tenant, raffle), position.block()));
        MemberId member = position.holder().member();
        byte[] salt =
                tx.raffles().secrets(tenant, closed.commitment().id()).salt().bytes();
        return new TicketProof(
                closed,
                position.holder(),
                Pseudonym.key(salt, member),
                position.block() * MerkleTree.BLOCK + line,
                path);
    }

    private Result<Raffle.Closed> closed(Transaction tx, Tenant tenant, String id) {
        return switch (tx.raffles().find(tenant.id(), id).orElse(null)) {
            case null -> Result.refused(RaffleRefusals.notFound());
            case Raffle.Open open ->
                terms(tx, tenant, open).then(terms -> Result.refused(RaffleRefusals.open(terms.closesAt())));
            case Raffle.Closing closing ->
                Result.refused(RaffleRefusals.open(closing.terms().closesAt()));
            case Raffle.Closed closed -> Result.ok(closed);
            case Raffle.Drawn drawn -> Result.ok(drawn.closed());
        };
    }

    private Result<RaffleDocument> terms(Transaction tx, Tenant tenant, Raffle.Open open) {
        return RaffleDraws.terms(catalog, tx, tenant, open, time.now(tx, tenant.id()));
    }
}
