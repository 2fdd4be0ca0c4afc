package dev.perennial.domain.loyalty;

/** Who asks for something, as the caller names them: up to 128 printable ASCII characters. */
public final class Actor {

    private Actor() {}

    /** Whether two names are one person's: nobody becomes somebody else by a capital or a space. */
    public static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
