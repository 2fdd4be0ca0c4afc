package dev.perennial.persistence.audit;

import java.util.ArrayList;
import java.util.List;

/** Counts violations and keeps the first few. */
final class Violations {

    private static final int EXAMPLES_MAX = 5;

    private final List<String> examples = new ArrayList<>();
    private long count;

    void add(String example) {
        count++;
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(example);
        }
    }

    Finding of(int invariant, String name) {
        return new Finding(invariant, name, count, examples);
    }
}
