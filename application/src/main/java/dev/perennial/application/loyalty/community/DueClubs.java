package dev.perennial.application.loyalty.community;

import dev.perennial.domain.shared.TenantId;
import java.util.List;

/** Clubs of which somebody has to look whether they have reached something, or to tell their members. Without locks. */
public interface DueClubs {

    /** Of all tenants, at most {@code limit}. */
    List<DueClub> due(int limit);

    /** Of one tenant. */
    List<DueClub> dueIn(TenantId tenant, int limit);

    /** A club. */
    record DueClub(TenantId tenant, String club) {}
}
