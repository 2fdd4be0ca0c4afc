package dev.perennial.application.program.cel;

import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.shared.Problem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** One thing that is wrong with the source of a condition. */
record Fault(SourcePosition at, String message) {

    /** What was found so far. */
    static final class Faults {

        private final SequencedSet<Fault> found = new LinkedHashSet<>();

        void add(SourcePosition at, String message) {
            found.add(new Fault(at, message));
        }

        boolean isEmpty() {
            return found.isEmpty();
        }

        /** All of them, from top to bottom. */
        Compiled broken() {
            return new Compiled.Broken(found.stream()
                    .sorted(Comparator.comparing(Fault::at))
                    .map(fault -> new Problem("", fault.at() + ": " + fault.message()))
                    .toList());
        }
    }
}
