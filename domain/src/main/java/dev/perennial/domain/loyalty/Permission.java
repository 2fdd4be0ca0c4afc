package dev.perennial.domain.loyalty;

import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import java.util.Optional;

/** What a member's status allows: the one place that every command asks. Facts are never refused and do not ask. */
public final class Permission {

    private Permission() {}

    /**
     * Why the status does not allow what the member itself wishes, such as to spend, to transfer, to redeem or to join.
     *
     * @return {@link Reason#MEMBER_SUSPENDED} or {@link Reason#MEMBER_CLOSED}
     */
    public static Optional<Refusal> toMember(MemberState state) {
        return switch (state.traits().status()) {
            case ACTIVE -> Optional.empty();
            case SUSPENDED -> Optional.of(Refusal.of(Reason.MEMBER_SUSPENDED, "The member is suspended."));
            case CLOSED -> toOperator(state);
        };
    }

    /**
     * Why the status does not allow what an operator does about the member, or what ends something that the member has
     * begun, such as to correct a balance or to cancel.
     *
     * @return {@link Reason#MEMBER_CLOSED}
     */
    public static Optional<Refusal> toOperator(MemberState state) {
        return state.traits().isClosed()
                ? Optional.of(Refusal.of(Reason.MEMBER_CLOSED, "The member is closed."))
                : Optional.empty();
    }
}
