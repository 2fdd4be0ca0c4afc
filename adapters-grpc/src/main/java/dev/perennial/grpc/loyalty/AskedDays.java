package dev.perennial.grpc.loyalty;

import com.google.type.Date;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.Times;
import java.time.LocalDate;
import java.util.Optional;

/** Days as callers give them. */
final class AskedDays {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private AskedDays() {}

    /** A day that exists, within the years that can be asked for; otherwise a problem of the field. */
    static Optional<LocalDate> day(Date given, Problems problems) {
        Optional<LocalDate> day =
                Times.date(given).filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
        problems.require(day.isPresent(), "must be a day from " + FIRST_YEAR + " to " + LAST_YEAR);
        return day;
    }
}
