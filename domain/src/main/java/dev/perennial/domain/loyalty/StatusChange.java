package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Occasion;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;

/**
 * A member is suspended, closed, opened again, or comes to be staff.
 *
 * @param forfeit whether everything that the member has runs out at once
 */
public record StatusChange(MemberStatus status, boolean staff, boolean forfeit) {

    /** What was due before happens under the status until then. Never refused: whoever is closed can be opened again. */
    public Decision of(ProgramHistory programs, MemberState state, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        MemberState before = advance.state();
        MemberState changed = before.with(before.traits().as(status, staff), before.birthday());
        Deciding deciding = Deciding.on(programs, changed, now);
        long command = state.lastCommand() + 1;
        if (forfeit) {
            deciding.redeeming.cancelAll(deciding.now);
            deciding.posting.forfeit(new Occasion(Cause.command(command), deciding.now));
        }
        deciding.tell(new Event.MemberStatusChanged(before.traits().status().name(), status.name(), staff));
        return advance.then(deciding.done(command));
    }
}
