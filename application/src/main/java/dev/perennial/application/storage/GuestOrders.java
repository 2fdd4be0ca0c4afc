package dev.perennial.application.storage;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.guest.GuestFact;
import dev.perennial.domain.loyalty.guest.GuestOrder;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Orders of customers who are no members yet, with what was told of them. An order that was claimed stays, so that what
 * is told of it later finds its member; nothing else of it does.
 */
public interface GuestOrders {

    /** Whose the order is, without locks; empty when it is nobody's or unknown. Once it is somebody's it stays so. */
    Optional<MemberId> claimedBy(TenantId tenant, String orderId);

    /** The order, which nobody else changes before the transaction ends. One that is unknown is created. */
    GuestOrder lock(TenantId tenant, GuestOrder untold);

    /**
     * The orders that can be claimed by the contact: bought, nobody's and in time. Nobody else changes them before the
     * transaction ends.
     *
     * @param by one or the other; of both, an order needs one
     * @param orderId the only one that is meant; empty for all
     * @return the earliest first, at most {@code limit}
     */
    List<GuestOrder> lockClaimable(TenantId tenant, GuestContact by, Optional<String> orderId, Instant now, int limit);

    /**
     * The orders that wait under the contact, which nobody else changes before the transaction ends, in time or not.
     *
     * @return their ids, at most {@code limit}
     */
    List<String> lockWaiting(TenantId tenant, GuestContact by, int limit);

    /**
     * Keeps a fact, with the reply to whoever told it.
     *
     * @param order as the fact leaves it; it is locked
     * @param contact of a purchase; of a refund none, and then the order's stays
     * @param key which this transaction has claimed
     */
    void add(
            TenantId tenant,
            GuestOrder order,
            GuestContact contact,
            GuestFact fact,
            RequestKey key,
            Payload reply,
            Instant now);

    /** What waits of the orders, in no particular order. */
    List<Told> told(TenantId tenant, Collection<String> orders);

    /**
     * Facts are guests' no more: their keys are as if this transaction had just claimed them, and it has to save each as
     * a member's under its key, with its reply.
     */
    void take(TenantId tenant, Collection<Told> facts);

    /**
     * The orders, which are locked, are the member's from now on. By what they were found is deleted, and what waits of
     * them and was not taken is as well, but for the replies.
     */
    void close(TenantId tenant, MemberState member, Collection<String> orders, Instant now);

    /** Deletes an order that is locked and nobody's, with all that was told of it but the replies. */
    void delete(TenantId tenant, String orderId);

    /**
     * Deletes orders of all tenants whose time is over, those who wait longest first.
     *
     * @param now the real time; for a sandbox its own counts
     * @param limit how many at most
     * @return how many
     */
    int deleteOver(Instant now, int limit);

    /**
     * A fact of a guest.
     *
     * @param reply what was sent to whoever told it
     */
    record Told(GuestFact fact, Payload reply) {}
}
