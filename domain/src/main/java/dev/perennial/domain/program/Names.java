package dev.perennial.domain.program;

import java.util.regex.Pattern;

/** Names of the caller's own, as the edge lets them in: any other would never be met. */
final class Names {

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern CUSTOM_ACTIVITY = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

    private Names() {}

    static void attribute(String name, Findings findings) {
        if (!ATTRIBUTE.matcher(name).matches()) {
            findings.add("no attribute can have this name: 1 to 64 of a-z, A-Z, 0-9 and _, beginning with a letter");
        }
    }

    static void customActivity(String name, Findings findings) {
        if (!isCustomActivity(name)) {
            findings.add("no custom activity can have this name:"
                    + " 1 to 64 of a-z, A-Z, 0-9, _, . and -, beginning with a letter");
        }
    }

    static boolean isCustomActivity(String name) {
        return CUSTOM_ACTIVITY.matcher(name).matches();
    }
}
