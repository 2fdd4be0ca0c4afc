package dev.perennial.domain.loyalty.reward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shows at the till.
 *
 * @param code unique within the tenant; whoever has it can use it
 * @param expiresAt the first moment at which it can no longer be used; null for never
 * @param changedAt since when it is in its state
 * @param usedFor what it was used for, such as the id of an order; or is held for; empty for nothing
 */
public record Voucher(String code, @Nullable Instant expiresAt, VoucherState state, Instant changedAt, String usedFor) {

    public static Voucher issued(String code, @Nullable Instant expiresAt, Instant at) {
        return new Voucher(code, expiresAt, VoucherState.ACTIVE, at, "");
    }

    public boolean isActive() {
        return state == VoucherState.ACTIVE;
    }

    /** Whether it can be used, or is just being used. */
    public boolean isOpen() {
        return state == VoucherState.ACTIVE || state == VoucherState.HELD;
    }

    /** What it is once nobody holds it any more. */
    public VoucherState released(Instant at) {
        return expiresAt != null && !expiresAt.isAfter(at) ? VoucherState.EXPIRED : VoucherState.ACTIVE;
    }

    Voucher become(VoucherState next, Instant at, String what) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a voucher that is " + state + " does not become " + next);
        }
        return new Voucher(code, expiresAt, next, at, what);
    }
}
