package dev.perennial.application.program.cel;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a field may still have: whole numbers, texts in their order, or a truth.
 *
 * @param least null when there is none
 * @param greatest null when there is none
 * @param without values in between that it does not have
 */
record Range(@Nullable Comparable<?> least, @Nullable Comparable<?> greatest, Set<Comparable<?>> without) {

    static final Range ANY = new Range(null, null, Set.of());

    Range {
        without = Set.copyOf(without);
    }

    static Range exactly(Comparable<?> value) {
        return new Range(value, value, Set.of());
    }

    static Range between(long least, long greatest) {
        return new Range(least, greatest, Set.of());
    }

    static Range atLeast(Comparable<?> least) {
        return new Range(least, null, Set.of());
    }

    static Range atMost(Comparable<?> greatest) {
        return new Range(null, greatest, Set.of());
    }

    /** What is left when it is compared with a constant; empty for a comparison of another kind. */
    Optional<Range> where(String operator, Comparable<?> value) {
        return switch (operator) {
            case "_==_" -> Optional.of(and(exactly(value)));
            case "_!=_" -> Optional.of(not(value));
            case "_<_" -> Optional.of(not(value).and(atMost(value)));
            case "_<=_" -> Optional.of(and(atMost(value)));
            case "_>_" -> Optional.of(not(value).and(atLeast(value)));
            case "_>=_" -> Optional.of(and(atLeast(value)));
            default -> Optional.empty();
        };
    }

    Range not(Comparable<?> value) {
        if (value instanceof Boolean truth) {
            return and(exactly(!truth));
        }
        Set<Comparable<?>> more = new HashSet<>(without);
        more.add(value);
        return new Range(least, greatest, more);
    }

    Range and(Range other) {
        Set<Comparable<?>> all = new HashSet<>(without);
        all.addAll(other.without);
        return new Range(later(least, other.least, 1), later(greatest, other.greatest, -1), all);
    }

    private static @Nullable Comparable<?> later(@Nullable Comparable<?> one, @Nullable Comparable<?> other, int sign) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return compare(one, other) * sign >= 0 ? one : other;
    }

    /** Whether no value is left. */
    boolean isEmpty() {
        if (least == null || greatest == null) {
            return false;
        }
        if (compare(least, greatest) > 0) {
            return true;
        }
        if (least instanceof Long from && greatest instanceof Long to) {
            return to - from < without.size() && to - from >= 0 && allWithout(from, to);
        }
        return least.equals(greatest) && without.contains(least);
    }

    /** At most as many steps as there are values that it does not have. */
    private boolean allWithout(long from, long to) {
        for (long value = from; value <= to; value++) {
            if (!without.contains(value)) {
                return false;
            }
        }
        return true;
    }

    /** Of one type: the compiler has looked at that. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
