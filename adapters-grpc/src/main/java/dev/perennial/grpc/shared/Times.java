package dev.perennial.grpc.shared;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments and dates. */
public final class Times {

    private static final long NANOS = 1_000_000_000L;
    private static final long EARLIEST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final long DURATION_SECONDS_MAX = 315_576_000_000L;

    private Times() {}

    public static Timestamp toProto(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    /** The moment, to the microsecond, which is what is kept. It must have been checked with {@link #isValid}. */
    public static Instant toDomain(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
                .truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether it is within what a timestamp may be: the years 1 to 9999 and a whole number of nanoseconds in a second.
     */
    public static boolean isValid(Timestamp timestamp) {
        return timestamp.getSeconds() >= EARLIEST_SECOND
                && timestamp.getSeconds() <= LATEST_SECOND
                && timestamp.getNanos() >= 0
                && timestamp.getNanos() < NANOS;
    }

    public static com.google.protobuf.Duration toProto(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }

    /** The length of time, to the microsecond. It must have been checked with {@link #isValid}. */
    public static Duration toDomain(com.google.protobuf.Duration duration) {
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it is within what a duration may be: 10,000 years, and parts of a second of the same sign. */
    public static boolean isValid(com.google.protobuf.Duration duration) {
        long seconds = duration.getSeconds();
        long nanos = duration.getNanos();
        return -DURATION_SECONDS_MAX <= seconds
                && seconds <= DURATION_SECONDS_MAX
                && Math.abs(nanos) < NANOS
                && (seconds == 0 || nanos == 0 || Long.signum(seconds) == Long.signum(nanos));
    }

    public static Date toProto(LocalDate date) {
        return Date.newBuilder()
                .setYear(date.getYear())
                .setMonth(date.getMonthValue())
                .setDay(date.getDayOfMonth())
                .build();
    }

    public static Date toProto(YearMonth month) {
        return toProto(month.atDay(1));
    }

    /** The full date; empty when there is no such day. */
    public static Optional<LocalDate> date(Date date) {
        try {
            return Optional.of(LocalDate.of(date.getYear(), date.getMonth(), date.getDay()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The date with its day, or the first of the month where the day is left out; empty when there is no such day. */
    public static Optional<LocalDate> dayOrMonth(Date date) {
        return date(date.getDay() == 0 ? date.toBuilder().setDay(1).build() : date);
    }
}
