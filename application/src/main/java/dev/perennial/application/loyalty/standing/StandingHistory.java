package dev.perennial.application.loyalty.standing;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;

/** What happened to the standings of members, for reading. */
public interface StandingHistory {

    /**
     * The changes of a member's level and memberships, the latest first, as they came to be known.
     *
     * @param belowSequence only changes that an event with a smaller number told of; {@link Long#MAX_VALUE} for the
     *     first page
     * @return at most {@code limit}; empty for an unknown member
     */
    List<Line> list(TenantId tenant, MemberId member, long belowSequence, int limit);

    /**
     * A change.
     *
     * @param sequence the place of the event that told of it among the member's
     */
    record Line(long sequence, Event.StandingEvent change) {}
}
