package dev.perennial.domain.program;

/** What is asked of when something runs out. */
final class ExpiryCheck {

    private static final int DAYS_MAX = 36_500;
    private static final int YEARS_MAX = 100;
    private static final int MONTHS_MAX = YEARS_MAX * 12;

    private ExpiryCheck() {}

    /** Of units that are granted; whether it is in range. */
    static boolean check(Expiry expiry, String unit, References references, Findings findings) {
        Findings here = findings.at(field(expiry));
        if (!(expiry instanceof Expiry.Never) && references.isSliding(unit)) {
            here.add("'" + unit + "' runs out as a whole, so long after the last activity; it has no other expiry");
        }
        return inRange(expiry, here);
    }

    static String field(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Never never -> "never";
            case Expiry.AfterDays days -> "after_days";
            case Expiry.AfterMonths months -> "after_months";
            case Expiry.EndOfMonth months -> "end_of_month";
            case Expiry.EndOfYear years -> "end_of_year";
        };
    }

    private static boolean inRange(Expiry expiry, Findings findings) {
        return switch (expiry) {
            case Expiry.Never never -> true;
            case Expiry.AfterDays(int days) -> findings.range(days, 1, DAYS_MAX);
            case Expiry.AfterMonths(int months) -> findings.range(months, 1, MONTHS_MAX);
            case Expiry.EndOfMonth(int months) -> findings.range(months, 0, MONTHS_MAX);
            case Expiry.EndOfYear(int years) -> findings.range(years, 0, YEARS_MAX);
        };
    }
}
