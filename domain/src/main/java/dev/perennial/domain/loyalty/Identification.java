package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.member.Identifier;
import dev.perennial.domain.member.IdentifierKind;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What members are known by. An identifier has the number of the command that added it. */
public final class Identification {

    private Identification() {}

    /**
     * The member is known by one more.
     *
     * @param held how many it is known by so far
     * @param taken whether somebody is known by it, be it the member itself
     * @return refused with {@link Reason#MEMBER_CLOSED}, {@link Reason#IDENTIFIER_TAKEN} or {@link Reason#TOO_MANY_IDENTIFIERS}
     */
    public static Result<Decision> add(
            ProgramHistory programs,
            MemberState state,
            IdentifierKind kind,
            String name,
            int held,
            boolean taken,
            Budgets budgets,
            Instant now) {
        Optional<Refusal> closed = Permission.toOperator(state);
        if (closed.isPresent()) {
            return Result.refused(closed.get());
        }
        if (taken) {
            return Result.refused(Refusal.identifierTaken());
        }
        if (held >= Identifier.MAX) {
            return Result.refused(Refusal.of(
                    Reason.TOO_MANY_IDENTIFIERS,
                    "The member has as many identifiers as a member may have.",
                    Map.of("max", Integer.toString(Identifier.MAX))));
        }
        long number = state.lastCommand() + 1;
        return Result.ok(told(programs, state, new Event.IdentifierAdded(number, kind.name(), name), budgets, now));
    }

    /** The member is not known by it any more; it may become another member's. */
    public static Decision remove(
            ProgramHistory programs,
            MemberState state,
            long number,
            IdentifierKind kind,
            String name,
            Budgets budgets,
            Instant now) {
        return told(programs, state, new Event.IdentifierRemoved(number, kind.name(), name), budgets, now);
    }

    private static Decision told(
            ProgramHistory programs, MemberState state, Event event, Budgets budgets, Instant now) {
        Advance advance = Advance.of(programs, state, budgets, now);
        Deciding deciding = Deciding.on(programs, advance.state(), now);
        deciding.tell(event);
        return advance.then(deciding.done(state.lastCommand() + 1));
    }
}
