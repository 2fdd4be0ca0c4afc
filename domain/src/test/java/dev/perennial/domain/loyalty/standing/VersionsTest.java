package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.anniversaryYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.level;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.rollingDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What another version of the program makes of a standing; it takes effect on 1 July 2027 at noon. */
class VersionsTest {

    private static final ATiersProgram LOWER = calendarYears().with(level("silver", 50), level("gold", 200));
    private static final ATiersProgram HIGHER = calendarYears().with(level("silver", 200), level("gold", 500));
    private static final ATiersProgram RENAMED = calendarYears().with(level("bronze", 50), level("gold", 300));
    private static final ATiersProgram NO_LEVELS = calendarYears().with(new Level[0]);

    static Stream<Arguments> versions() {
        return Stream.of(
                arguments(
                        "a lower threshold raises at once", LOWER, "200@27-05", "27-05 silver, 27-07 gold, 29-01 none"),
                arguments("but not by an earlier window", LOWER, "60@26-05", ""),
                arguments("a higher one waits", HIGHER, "300@27-05", "27-05 gold, 28-01 silver, 29-01 none"),
                arguments(
                        "a refund of an earlier year does not make it come sooner",
                        HIGHER,
                        "100@26-05 300@27-05 -100@26-05/27-08",
                        "26-05 silver, 27-05 gold, 28-01 silver, 29-01 none"),
                arguments("a higher one is what is missing", HIGHER, "99@27-05 2@27-08", ""),
                arguments("a level is gone", RENAMED, "100@27-05", "27-05 silver, 27-07 bronze, 29-01 none"),
                arguments("a carried level is gone", RENAMED, "100@26-05", "26-05 silver, 27-07 bronze, 28-01 none"),
                arguments("all are gone", NO_LEVELS, "300@27-05", "27-05 gold, 27-07 none"),
                arguments("another unit", calendarYears().counting("miles"), "300@27-05", "27-05 gold, 28-01 none"),
                arguments("years begin elsewhere", anniversaryYears(), "300@27-05", "27-05 gold, 29-03-10 none"),
                arguments("days of another length", rollingDays(30), "300@27-05", "27-05 gold, 27-07-31 none"),
                arguments("days, and a carried level", rollingDays(30), "300@26-05", "26-05 gold, 27-07-02 none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void afterCalendarYears(String name, ATiersProgram later, String life, String levels) {
        Life lived = Life.under(calendarYears().then(later.from("2027-07-01T10:00:00Z")));
        assertThat(lived.lives(life + " ..30-01").levels()).as(name).isEqualTo(levels);
    }

    @Test
    void rollingDaysBecomeTheYearsTheyFallIn() {
        Life life = Life.under(rollingDays(400).then(calendarYears().from("2027-07-01T10:00:00Z")));
        life.lives("200@26-10 100@27-05 ..27-08");
        assertThat(life.standing().tier().earned().values()).containsExactly(200L, 100L);
        assertThat(life.lives("..29-02").levels()).isEqualTo("26-10 silver, 27-05 gold, 28-01 silver, 29-01 none");
    }

    @Test
    void aRefundFindsWhatWasEarnedUnderAnotherWindow() {
        Life life = Life.under(calendarYears().then(rollingDays(100).from("2027-07-01T10:00:00Z")));
        life.lives("300@27-02 -300@27-02/27-08 ..27-08-02");
        assertThat(life.levels()).isEqualTo("27-02 gold, 27-08 none");
        assertThat(life.standing())
                .isEqualTo(life.standing().under(0))
                .extracting(Standing::version)
                .isEqualTo(0);
    }

    @Test
    void levelsThatComeBackBeginAnew() {
        Life life = Life.under(calendarYears()
                .then(NO_LEVELS.from("2027-07-01T10:00:00Z"), calendarYears().from("2027-08-01T10:00:00Z")));
        life.lives("300@27-05 300@27-07-15 100@27-09");
        assertThat(life.levels()).isEqualTo("27-05 gold, 27-07 none, 27-09 silver");
    }

    @ParameterizedTest
    @EnumSource
    void aGraceEndsByTheThresholdsOfItsEndButRaisesNothing(Downgrade downgrade) {
        ATiersProgram lower = calendarYears().falling(downgrade).with(level("gold", 100), level("platinum", 200));
        Life life = Life.under(calendarYears().grace(200).then(lower.from("2027-07-01T10:00:00Z")));
        life.lives("300@25-05 250@26-05 ..28-02");
        assertThat(life.levels()).isEqualTo("25-05 gold, 28-01 none");
    }

    @Test
    void aGraceOutlivesItsWindow() {
        Life life = Life.under(calendarYears().grace(200).then(rollingDays(30).from("2027-07-01T10:00:00Z")));
        assertThat(life.lives("300@25-05 ..28-02").levels()).isEqualTo("25-05 gold, 27-07-20 none");
    }
}
