package dev.perennial.application.ledger.flow;

import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Programs.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.ProgramHistory;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

    private static final LocalDate MARCH_29 = LocalDate.of(2026, 3, 29);
    private static final ProgramHistory BERLIN = versions(aProgram(aRule("a")).version(1, at("2026-01-01T00:00:00Z")));

    @Test
    void aDayIsOneOfTheTimeZone() {
        BusinessDays days = new BusinessDays(BERLIN);

        assertThat(days.day(MARCH_29))
                .as("when the clocks go forward")
                .isEqualTo(new Day(MARCH_29, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")));
        assertThat(days.at(at("2026-03-29T21:59:59Z")).on()).isEqualTo(MARCH_29);
        assertThat(days.at(at("2026-03-29T22:00:00Z")).on()).isEqualTo(MARCH_29.plusDays(1));
        assertThat(days.at(at("2026-03-28T23:00:00Z")).on()).isEqualTo(MARCH_29);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"})
    void anotherTimeZoneChangesNoDayThatHasBegunAndLeavesNoGap(String zone) {
        Instant applied = at("2026-04-02T11:00:00Z");
        ProgramHistory moved = versions(
                BERLIN.versions().getFirst(), aProgram(aRule("a")).in(zone).version(2, applied));
        BusinessDays before = new BusinessDays(BERLIN);
        BusinessDays after = new BusinessDays(moved);

        for (LocalDate date = MARCH_29; !before.day(date).start().isAfter(applied); date = date.plusDays(1)) {
            assertThat(after.day(date).start()).isEqualTo(before.day(date).start());
        }
        for (LocalDate date = MARCH_29; date.isBefore(MARCH_29.plusDays(20)); date = date.plusDays(1)) {
            Day day = after.day(date);
            assertThat(day.start()).isBefore(day.end());
            assertThat(after.at(day.start())).isEqualTo(day);
            assertThat(after.at(day.end().minusNanos(1))).isEqualTo(day);
        }
    }
}
