package dev.perennial.domain.loyalty;

import java.util.Locale;

/** Who asks for something, as the caller names them: up to 128 printable ASCII characters. */
public final class Actor {

    private Actor() {}

    /** Whether two names are one person's: nobody becomes somebody else by a capital or a space. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** The same for all names of one person; empty for nobody's. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
