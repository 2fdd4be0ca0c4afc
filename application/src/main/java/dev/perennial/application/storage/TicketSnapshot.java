package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.TicketRange;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The list of tickets while it is being made: first it is read from the ledger, then it is numbered. */
public interface TicketSnapshot {

    /**
     * Members who may have had the unit at the moment, ascending by number: those who ever had it, and those for whom
     * something was due by then and has not happened yet, because it may grant some.
     *
     * @param afterMember only members with a higher number; 0 for the first
     */
    Map<Integer, MemberId> candidates(TenantId tenant, UnitId unit, Instant at, int afterMember, int limit);

    /**
     * What the ledger says that members had available at the moment: the sum of the entries that count from it or
     * earlier. Whoever had nothing is left out.
     *
     * @param members by number; they must be locked, and nothing may be due for them
     */
    Map<Integer, Held> held(TenantId tenant, UnitId unit, Collection<Integer> members, Instant at);

    /** Adds lines that have no number yet. A member who has one already keeps it. */
    void add(TenantId tenant, int raffle, List<Line> lines);

    /** The first lines that have no number, in the order of their pseudonyms. */
    List<Line> unnumbered(TenantId tenant, int raffle, int limit);

    /**
     * Numbers the next lines and keeps the root over them.
     *
     * @param block which block of the list they are, from 0
     */
    void number(TenantId tenant, int raffle, int block, Hash root, List<TicketRange> ranges);

    /**
     * What a member had.
     *
     * @param tickets how many, at least 1
     * @param lastEntry the member's last entry of the unit that was counted
     */
    record Held(long tickets, long lastEntry) {}

    /**
     * A line before it is numbered.
     *
     * @param frozenAt the member's last entry that it counts
     */
    record Line(int member, Hash pseudonym, long tickets, long frozenAt) {}
}
