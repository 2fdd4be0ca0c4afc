package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.util.List;

/** What a member has bought as a guest becomes the member's. Each fact is recorded for itself, as a late one. */
public final class GuestClaims {

    private GuestClaims() {}

    /**
     * Tells that it is done.
     *
     * @param state once everything was recorded
     * @param orders the caller's ids of the orders
     */
    public static Decision told(
            ProgramHistory programs, MemberState state, List<String> orders, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        Deciding deciding = Deciding.on(programs, advance.state(), now);
        deciding.tell(new Event.GuestOrdersClaimed(deciding.now, orders));
        return advance.then(deciding.done(state.lastCommand() + 1));
    }
}
