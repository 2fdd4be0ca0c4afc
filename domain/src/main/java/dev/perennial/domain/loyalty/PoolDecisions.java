package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.pool.Place;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;

/** What a place in a pool comes to for the member who has it. */
public final class PoolDecisions {

    private PoolDecisions() {}

    /**
     * The member's place changed, as its roster decided.
     *
     * @param from the state of the place until then; empty for a new one
     */
    public static Decision placed(
            ProgramHistory programs, MemberState state, Budgets budgets, String from, Place place, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        Deciding deciding = Deciding.on(programs, advance.state(), now);
        deciding.tell(new Event.PoolPlaceChanged(
                deciding.now,
                place.pool(),
                from,
                place.state().name(),
                place.role().name()));
        return advance.then(deciding.done(state.lastCommand() + 1));
    }
}
