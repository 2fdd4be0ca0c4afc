package dev.perennial.domain.shared;

/** The caller's own id for a customer: 1 to 128 printable ASCII characters, compared byte by byte. */
public record MemberId(String value) implements Comparable<MemberId> {

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }
}
