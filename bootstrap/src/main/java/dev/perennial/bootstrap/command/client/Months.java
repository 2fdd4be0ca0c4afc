package dev.perennial.bootstrap.command.client;

import com.google.type.Date;

/** Calendar months as people and the reference tables write them. */
public final class Months {

    private Months() {}

    /** Such as {@code 1997-01}. */
    public static String text(Date month) {
        return "%04d-%02d".formatted(month.getYear(), month.getMonth());
    }

    public static boolean same(Date one, Date other) {
        return one.getYear() == other.getYear() && one.getMonth() == other.getMonth();
    }

    /** Months since year 0, so that months can be told apart by subtraction. */
    public static int index(Date month) {
        return month.getYear() * 12 + month.getMonth() - 1;
    }
}
