package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import java.util.regex.Pattern;

/** Whole numbers among the caller's own facts. */
final class Attributes {

    /** At most 10^15 - 1, as all amounts that callers tell. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private Attributes() {}

    static boolean isNumber(Activity activity, String name) {
        return NUMBER.matcher(activity.attributes().getOrDefault(name, "")).matches();
    }

    /** The attribute's value; 0 where it is missing or no whole number. */
    static long number(Activity activity, String name) {
        return isNumber(activity, name) ? Long.parseLong(activity.attributes().getOrDefault(name, "0")) : 0;
    }
}
