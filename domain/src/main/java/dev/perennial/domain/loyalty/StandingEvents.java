package dev.perennial.domain.loyalty;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.standing.Change;
import dev.perennial.domain.loyalty.standing.Membership;
import dev.perennial.domain.loyalty.standing.MembershipState;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a member's standing. It is told as it came to be known: by time at the moment at which it happened,
 * by a fact when the fact was decided. So the moments of these events never go back.
 */
final class StandingEvents {

    private final ProgramHistory programs;
    private final MemberState state;

    StandingEvents(ProgramHistory programs, MemberState state) {
        this.programs = programs;
        this.state = state;
    }

    /** The standing at a moment, as the fold knows it. */
    Standing at(Tally tally, Instant moment) {
        return programs.isEmpty()
                ? tally.standing()
                : tally.standing().advanced(programs, state.enrolledAt(), moment, change -> {});
    }

    /** What time alone has changed since the member was last advanced. */
    List<Event> byTime(Instant now) {
        if (programs.isEmpty()) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        at(state.tally(), state.advancedTo())
                .advanced(programs, state.enrolledAt(), now, change -> events.add(event(change)));
        return events;
    }

    /** What another fold over the facts changes at the moment. */
    List<Event> byFacts(Tally after, Instant now) {
        if (programs.isEmpty() || after.standing().equals(state.tally().standing())) {
            return List.of();
        }
        Standing was = at(state.tally(), now);
        Standing is = at(after, now);
        List<Event> events = new ArrayList<>();
        for (Membership membership : is.memberships()) {
            MembershipState before = state(was, membership.plan());
            if (before != membership.state()) {
                events.add(new Event.MembershipChanged(
                        now,
                        membership.plan(),
                        before.name(),
                        membership.state().name()));
            }
        }
        if (!is.level().equals(was.level())) {
            events.add(new Event.LevelChanged(
                    now, was.level(), is.level(), reason(was, is).name()));
        }
        return events;
    }

    static MembershipState state(Standing standing, String plan) {
        return standing.memberships().stream()
                .filter(membership -> membership.plan().equals(plan))
                .map(Membership::state)
                .findFirst()
                .orElse(MembershipState.NONE);
    }

    private Change.Reason reason(Standing was, Standing is) {
        if (!was.matches().equals(is.matches())) {
            return Change.Reason.MATCH;
        }
        if (!was.memberships().equals(is.memberships())) {
            return Change.Reason.MEMBERSHIP;
        }
        return is.rank(programs) > was.rank(programs) ? Change.Reason.EARNED : Change.Reason.REFUND;
    }

    private static Event event(Change change) {
        return switch (change) {
            case Change.LevelChanged(Instant at, String from, String to, var reason) ->
                new Event.LevelChanged(at, from, to, reason.name());
            case Change.MembershipChanged(Instant at, String plan, var from, var to, var cause) ->
                new Event.MembershipChanged(at, plan, from.name(), to.name());
        };
    }
}
