package dev.perennial.application.testing;

import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.domain.shared.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Member numbers from a counter. */
final class InMemoryMemberNumbers implements MemberNumbers {

    private final Map<TenantId, Integer> last = new ConcurrentHashMap<>();

    @Override
    public int next(TenantId tenant) {
        return last.merge(tenant, 1, Integer::sum);
    }
}
