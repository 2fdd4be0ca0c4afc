package dev.perennial.domain.program;

/** Values of a list of which each must be at least 1 and more than the one before. */
final class Ascending {

    private final String element;
    private long last;

    /** @param element what the list is of, in a word */
    Ascending(String element) {
        this.element = element;
    }

    void check(long value, Findings findings) {
        if (findings.range(value, 1, Long.MAX_VALUE) && value <= last) {
            findings.add("is " + value + "; it must be more than the " + last + " of the " + element + " before");
        }
        last = value;
    }
}
