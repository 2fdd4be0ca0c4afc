package dev.perennial.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.testing.Seeds;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-02-29, 2024-02-29, 2024-03-01",
        "WEEK, 2026-01-01, 2025-12-29, 2026-01-05", // ISO week 1 of 2026 begins in 2025
        "WEEK, 2027-01-03, 2026-12-28, 2027-01-04", // a Sunday, still week 53 of 2026
        "WEEK, 2026-03-29, 2026-03-23, 2026-03-30", // clocks change in Europe on this day: dates do not care
        "MONTH, 2024-02-29, 2024-02-01, 2024-03-01",
        "QUARTER, 2026-05-31, 2026-04-01, 2026-07-01",
        "QUARTER, 2026-12-31, 2026-10-01, 2027-01-01",
        "YEAR, 2024-12-31, 2024-01-01, 2025-01-01",
        "LIFETIME, 1969-07-20, 1970-01-01, +999999999-12-31"
    })
    void hasAFirstDayAndAFirstDayAfter(Period period, LocalDate day, LocalDate start, LocalDate end) {
        assertThat(period.startOf(day)).isEqualTo(start);
        assertThat(period.endOf(start)).isEqualTo(end);
    }

    @Test
    void periodsFollowOneAnotherWithoutGap() {
        Seeds.each(5_000, random -> {
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(-40_000, 40_000));
            for (Period period : new Period[] {Period.DAY, Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR}) {
                LocalDate end = period.endOf(period.startOf(day));
                assertThat(day).isBetween(period.startOf(day), end.minusDays(1));
                assertThat(period.startOf(end)).isEqualTo(end);
                assertThat(period.startOf(end.minusDays(1))).isEqualTo(period.startOf(day));
            }
        });
    }
}
