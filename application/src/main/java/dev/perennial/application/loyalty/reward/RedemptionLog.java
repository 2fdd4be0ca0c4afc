package dev.perennial.application.loyalty.reward;

import dev.perennial.domain.loyalty.reward.Redemption;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Optional;

/** The rewards that members have asked for, and what is held for their orders; for reading. */
public interface RedemptionLog {

    /**
     * A member's redemptions, the newest first.
     *
     * @param belowNumber only those with a smaller number; {@link Long#MAX_VALUE} for the first page
     * @return at most {@code limit}; empty for an unknown member
     */
    List<Redemption> list(TenantId tenant, MemberId member, long belowNumber, int limit);

    /** One of them; empty when the member has none of that number, or there is no such member. */
    Optional<Redemption> find(TenantId tenant, MemberId member, long number);

    /** What is held for an order, or was: the last time that it was tried; empty when it never was. */
    Optional<Redemption> order(TenantId tenant, MemberId member, String orderId);

    /** Whose voucher has the code; empty when none has. */
    Optional<Holder> holder(TenantId tenant, String code);

    /** Whose a voucher is. */
    record Holder(MemberId member, long redemptionNumber) {}
}
