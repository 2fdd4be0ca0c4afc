package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.loyalty.Birthday;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.loyalty.migration.Brought;
import dev.perennial.domain.member.Traits;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A member as it is stored, and everything that was recorded of it since the beginning.
 *
 * @param stored as the last decision left it
 * @param inputs in the order in which they were decided
 */
public record RecordedMember(MemberState stored, List<Input> inputs) {

    public RecordedMember {
        inputs = List.copyOf(inputs);
    }

    /** Brings facts and commands, which are numbered apart, in the order in which they were decided. */
    public static RecordedMember of(MemberState stored, List<RecordedFact> facts, List<Input.Command> commands) {
        List<Input> inputs = new ArrayList<>();
        Deque<Input.Command> left = new ArrayDeque<>(commands.stream()
                .sorted(Comparator.comparingLong(Input.Command::number))
                .toList());
        for (RecordedFact fact : facts.stream()
                .sorted(Comparator.comparingLong(RecordedFact::number))
                .toList()) {
            while (!left.isEmpty() && isBefore(left.getFirst(), fact)) {
                inputs.add(left.removeFirst());
            }
            inputs.add(new Input.Fact(fact));
        }
        inputs.addAll(left);
        return new RecordedMember(stored, inputs);
    }

    private static boolean isBefore(Input.Command command, RecordedFact fact) {
        return command.afterFact() < 0 ? !command.at().isAfter(fact.recordedAt()) : command.afterFact() < fact.number();
    }

    /** When it became a member here, which those who came from another system did later than they were enrolled. */
    Instant arrivedAt() {
        return inputs.stream()
                .filter(input -> input instanceof Input.Command command && command.asked() instanceof Asked.Arrival)
                .map(Input::at)
                .findFirst()
                .orElse(stored.enrolledAt());
    }

    /** What was known of the member on the day of its enrolment, as far as that was kept. */
    Asked.Enrolment beginning() {
        Traits traits = stored.traits();
        for (Input input : inputs.reversed()) {
            switch (input) {
                case Input.Fact fact -> traits = fact.recorded().traits();
                case Input.Command command -> {
                    if (command.asked() instanceof Asked.Enrolment enrolment) {
                        return enrolment;
                    }
                    if (command.asked() instanceof Asked.Arrival(Traits known, Birthday birthday, Brought brought)) {
                        return new Asked.Enrolment(known, birthday);
                    }
                }
            }
        }
        return new Asked.Enrolment(traits, Birthday.UNKNOWN);
    }
}
