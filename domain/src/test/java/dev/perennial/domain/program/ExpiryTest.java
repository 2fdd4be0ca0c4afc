package dev.perennial.domain.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {

    @ParameterizedTest
    @CsvSource({
        // The end of a month is the first moment of the next, by the program's zone.
        "2026-01-31T12:00:00Z, 0, Europe/Berlin, 2026-01-31T23:00:00Z",
        "2026-01-31T12:00:00Z, 1, Europe/Berlin, 2026-02-28T23:00:00Z",
        "2024-01-31T12:00:00Z, 1, UTC, 2024-03-01T00:00:00Z", // a leap year
        "2026-02-28T23:30:00Z, 0, Europe/Berlin, 2026-03-31T22:00:00Z", // already March there, and summer time at its
        // end
        "2026-10-31T23:30:00Z, 0, America/New_York, 2026-11-01T04:00:00Z", // the night the clocks go back
        "2026-12-15T12:00:00Z, 12, Asia/Tokyo, 2027-12-31T15:00:00Z",
        "2025-08-10T00:00:00Z, 0, America/Sao_Paulo, 2025-09-01T03:00:00Z"
    })
    void endsWithALaterMonth(Instant earned, int months, ZoneId zone, Instant expires) {
        assertThat(new Expiry.EndOfMonth(months).from(earned, zone)).isEqualTo(expires);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T22:59:59Z, 0, Europe/Berlin, 2026-12-31T23:00:00Z",
        "2026-12-31T23:00:00Z, 0, Europe/Berlin, 2027-12-31T23:00:00Z",
        "2024-02-29T12:00:00Z, 1, UTC, 2026-01-01T00:00:00Z"
    })
    void endsWithALaterYear(Instant earned, int years, ZoneId zone, Instant expires) {
        assertThat(new Expiry.EndOfYear(years).from(earned, zone)).isEqualTo(expires);
    }

    @Test
    void daysAreOf24HoursWhateverTheClocksDo() {
        Instant eveOfSummerTime = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(new Expiry.AfterDays(1).from(eveOfSummerTime, ZoneId.of("Europe/Berlin")))
                .isEqualTo("2026-03-29T12:00:00Z");
        assertThat(new Expiry.Never().from(eveOfSummerTime, ZoneId.of("UTC"))).isNull();
    }
}
