package dev.perennial.domain.shared;

/**
 * The name a program gives to something that is counted and owned: {@code points}, {@code stamps}, {@code credit_eur}.
 */
public record UnitId(String value) implements Comparable<UnitId> {

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }
}
