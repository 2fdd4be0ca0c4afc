package dev.perennial.bootstrap.command.report;

/** A colour for a share, of the 256 that every terminal of today knows: the more came back, the deeper the green. */
final class Heat {

    /** From little to much; each step is a background with a text colour that can be read on it. */
    private static final String[] STEPS = {
        "38;5;235;48;5;255",
        "38;5;235;48;5;194",
        "38;5;235;48;5;157",
        "38;5;235;48;5;120",
        "38;5;235;48;5;83",
        "38;5;255;48;5;35",
        "38;5;255;48;5;29",
        "38;5;255;48;5;22"
    };

    private Heat() {}

    /**
     * The ANSI codes for a share.
     *
     * @param most the highest share of the table, which gets the deepest colour: retention of 8 % and of 80 % are both
     *     worth looking at
     */
    static String of(double share, double most) {
        double place = most <= 0 ? 0 : share / most;
        return STEPS[Math.clamp((int) (place * STEPS.length), 0, STEPS.length - 1)];
    }
}
