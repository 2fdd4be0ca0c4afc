package dev.perennial.application.storage;

import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members' personal data, kept apart from the ledger and encrypted with a key for each member. */
public interface Profiles {

    /** Those of the members that exist. */
    Map<MemberId, Member> read(TenantId tenant, Set<MemberId> members);

    /** Adds or replaces profiles. */
    void save(TenantId tenant, List<Member> members);

    /** The members with a number above the given one, ascending, at most {@code limit}. */
    List<Member> list(TenantId tenant, int afterNumber, int limit);
}
