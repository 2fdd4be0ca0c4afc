package dev.perennial.bootstrap.command.report;

import com.google.type.Date;
import java.time.LocalDate;

/** Days as people write them, such as {@code 2026-01-31}. */
final class Days {

    private Days() {}

    static String text(Date day) {
        return "%04d-%02d-%02d".formatted(day.getYear(), day.getMonth(), day.getDay());
    }

    static Date date(LocalDate day) {
        return Date.newBuilder()
                .setYear(day.getYear())
                .setMonth(day.getMonthValue())
                .setDay(day.getDayOfMonth())
                .build();
    }
}
