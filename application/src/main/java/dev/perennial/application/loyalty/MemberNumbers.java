package dev.perennial.application.loyalty;

import dev.perennial.domain.shared.TenantId;

/** Numbers for new members, dense within the tenant: taken in blocks by each instance, so holes are possible and harmless. */
public interface MemberNumbers {

    int next(TenantId tenant);
}
