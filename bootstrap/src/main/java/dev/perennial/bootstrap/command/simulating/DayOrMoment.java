package dev.perennial.bootstrap.command.simulating;

import com.google.protobuf.Timestamp;
import dev.perennial.bootstrap.command.client.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A moment as people write it. */
final class DayOrMoment {

    private DayOrMoment() {}

    /** @param zone in which a day begins */
    static Timestamp of(String option, String text, ZoneId zone) {
        try {
            Instant moment = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
            return Timestamp.newBuilder()
                    .setSeconds(moment.getEpochSecond())
                    .setNanos(moment.getNano())
                    .build();
        } catch (DateTimeException e) {
            throw new CommandFailure(
                    option + " takes a day such as 2026-01-31 or a moment such as 2026-01-31T12:00:00Z, not " + text,
                    e);
        }
    }
}
