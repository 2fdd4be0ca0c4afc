package dev.perennial.persistence.audit;

import java.util.List;

/**
 * What a check found.
 *
 * @param invariant the number of the invariant, in the project's list
 * @param name what must hold
 * @param violations how often it does not
 * @param examples the first few violations, each as the columns that name it
 */
public record Finding(int invariant, String name, long violations, List<String> examples) {

    public Finding {
        examples = List.copyOf(examples);
    }

    public boolean clean() {
        return violations == 0;
    }
}
