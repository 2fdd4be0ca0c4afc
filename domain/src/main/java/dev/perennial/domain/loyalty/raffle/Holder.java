package dev.perennial.domain.loyalty.raffle;

import dev.perennial.domain.shared.MemberId;

/**
 * A line of the list with what is not published of it.
 *
 * @param memberNumber the platform's number of the member
 * @param frozenAt the member's last entry that the list counts: what came after it is not in the list
 */
public record Holder(MemberId member, int memberNumber, long frozenAt, TicketRange tickets) {}
