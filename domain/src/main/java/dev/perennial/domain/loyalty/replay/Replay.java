package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.replay.Arm.Moment;
import dev.perennial.domain.loyalty.replay.Arm.Person;
import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides once more what was recorded of members, twice: under the versions as they were applied, and under others from
 * a moment on. Until then both are one, so that it is decided once.
 */
public final class Replay {

    private final Timeline base;
    private final Timeline proposed;
    private final Instant from;
    private final Instant to;

    /**
     * @param from the first moment of the period
     * @param to its last one, at which both are compared
     */
    public Replay(ProgramHistory programs, Timeline proposed, Instant from, Instant to) {
        this.base = Timeline.of(programs);
        this.proposed = proposed;
        this.from = from;
        this.to = to;
    }

    public Replayed of(RecordedMember member) {
        Inputs inputs = new Inputs(member);
        Arm asItWas = new Arm(base, base.all(), from);
        Person before = asItWas.decided(asItWas.enrolled(member), inputs.before(from));
        Arm asProposed = asItWas.under(proposed);
        List<Moment> period = inputs.upTo(to);
        Person was = asItWas.advanced(asItWas.decided(before, period), to);
        Person would = asProposed.advanced(asProposed.decided(before, period), to);
        Sums sums = asItWas.sums(was);
        MemberState stored = member.stored();
        Person is = asItWas.advanced(asItWas.decided(was, inputs.rest()), stored.advancedTo());
        return new Replayed(
                sums,
                asProposed.sums(would),
                asProposed.unfunded(),
                asItWas.untold(),
                Members.haveTheSame(is.state(), stored));
    }

    /** Inputs at the member's own time, which never goes back. */
    private static final class Inputs {

        private final List<Moment> left = new ArrayList<>();

        Inputs(RecordedMember member) {
            Instant at = member.stored().enrolledAt();
            for (Input input : member.inputs()) {
                at = input.at().isAfter(at) ? input.at() : at;
                left.add(new Moment(at, input));
            }
        }

        List<Moment> before(Instant moment) {
            return taken(left.stream().filter(one -> one.at().isBefore(moment)).count());
        }

        List<Moment> upTo(Instant moment) {
            return taken(left.stream().filter(one -> !one.at().isAfter(moment)).count());
        }

        List<Moment> rest() {
            return taken(left.size());
        }

        private List<Moment> taken(long count) {
            List<Moment> first = left.subList(0, Math.toIntExact(count));
            List<Moment> copy = List.copyOf(first);
            first.clear();
            return copy;
        }
    }
}
