package dev.perennial.application.loyalty;

import dev.perennial.domain.shared.TenantId;

/**
 * Numbers for new members, dense within the tenant: taken in blocks by each instance, so holes are possible and
 * harmless.
 */
public interface MemberNumbers {

    /** Not to be asked within a transaction: it may need one of its own. */
    int next(TenantId tenant);
}
