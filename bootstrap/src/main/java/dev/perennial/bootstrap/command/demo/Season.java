package dev.perennial.bootstrap.command.demo;

import java.time.Instant;
import java.time.ZoneId;

/** How much more or less people buy in a month of the year: little in summer, a lot before Christmas. */
final class Season {

    private static final double[] BY_MONTH = {0.85, 0.85, 1.0, 1.0, 0.95, 0.8, 0.7, 0.75, 1.0, 1.1, 1.25, 1.5};

    /** The highest factor, by which candidates are drawn before some are thinned out. */
    static final double HIGHEST = 1.5;

    private Season() {}

    static double at(Instant moment, ZoneId zone) {
        return BY_MONTH[moment.atZone(zone).getMonthValue() - 1];
    }
}
