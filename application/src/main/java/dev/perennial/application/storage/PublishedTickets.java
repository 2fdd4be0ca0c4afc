package dev.perennial.application.storage;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.Place;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of tickets once it is numbered. */
public interface PublishedTickets {

    /** The roots over the blocks of the list, in order. */
    List<Hash> blocks(TenantId tenant, int raffle);

    /**
     * Numbered lines in the order of their tickets.
     *
     * @param fromTicket only lines whose first ticket has this number or a higher one
     */
    List<Holder> list(TenantId tenant, int raffle, long fromTicket, int limit);

    /** Who has the ticket, which must be one of the raffle's. */
    Holder holderOf(TenantId tenant, int raffle, long ticket);

    /** The member's line; empty when the member has none, or when there is no such member. */
    Optional<Position> find(TenantId tenant, int raffle, MemberId member);

    /** The beginning of the sequence, as it was written when the raffle was drawn. */
    List<Place> places(TenantId tenant, int raffle);

    /**
     * All entries of the unit, in order, of those of the members from whom something of it was clawed back after their
     * line was frozen. It is asked for few members: winners.
     *
     * @param members by number
     */
    Map<Integer, List<Entry>> clawedBack(TenantId tenant, int raffle, UnitId unit, Collection<Integer> members);

    /**
     * Where a line is in the list.
     *
     * @param block which block it is in, from 0
     * @param blockFirst the first ticket of that block
     */
    record Position(Holder holder, int block, long blockFirst) {}
}
