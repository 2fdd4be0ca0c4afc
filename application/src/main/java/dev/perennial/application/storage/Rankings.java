package dev.perennial.application.storage;

import dev.perennial.domain.loyalty.community.RankedPeriod;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;

/** Who has how much in the periods of rankings; written with the members' effects. Who has nothing is not in it. */
public interface Rankings {

    /** A part of a ranking: who has most comes first, and of those who have the same, who was enrolled first. */
    List<Scored> list(TenantId tenant, RankedPeriod period, long offset, int limit);

    /** How many have more. */
    long ahead(TenantId tenant, RankedPeriod period, long score);

    /** How many are ranked. */
    long size(TenantId tenant, RankedPeriod period);

    /** What one member has; 0 for somebody who is not ranked. */
    long scoreOf(TenantId tenant, RankedPeriod period, int member);

    /** A member of a ranking. */
    record Scored(MemberId member, long score) {}
}
