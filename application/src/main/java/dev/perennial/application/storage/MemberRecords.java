package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.RecordedMember;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;

/** Everything that was recorded of members, for who decides it once more. */
public interface MemberRecords {

    /** A member and its number. */
    record Numbered(int number, MemberId member) {}

    /** The members with a number above the given one, ascending, at most {@code limit}. */
    List<Numbered> members(TenantId tenant, int afterNumber, int limit);

    /**
     * All facts and commands of the members, as they are recorded by now.
     *
     * @param states as the same transaction has read them
     * @return one for each state, in the order of their numbers
     */
    List<RecordedMember> of(TenantId tenant, Collection<MemberState> states);
}
