package dev.perennial.domain.feed;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.ledger.Entry;
import java.time.Instant;

/** Something that was committed for one member. */
public sealed interface Event {

    /** The member was enrolled; always the first of a member's events. */
    record MemberEnrolled() implements Event {}

    /** The member's profile changed; what it is now must be asked for. */
    record ProfileUpdated(long revision) implements Event {}

    /** A fact was recorded. */
    record ActivityRecorded(long activityNumber, ActivityType type, Instant occurredAt) implements Event {}

    /** Units moved. */
    record UnitsMoved(Entry entry) implements Event {}
}
