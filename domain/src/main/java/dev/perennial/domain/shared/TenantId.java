package dev.perennial.domain.shared;

/** A business that uses the platform; it comes from the caller's credential, never from a request field. */
public record TenantId(int value) implements Comparable<TenantId> {

    @Override
    public int compareTo(TenantId other) {
        return Integer.compare(value, other.value);
    }
}
