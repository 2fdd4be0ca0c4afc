package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Programs.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.CelebrationsDocument.LeapDay;
import dev.perennial.domain.testing.Moments;
import dev.perennial.domain.testing.Programs.AProgram;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The birthday of somebody born on 15 June is on 15 June, wherever the member or the business moves. */
class BirthdaysTest {

    private static final AProgram GIFT =
            aProgram(aRule("gift").forEach(ActivityType.BIRTHDAY).fixed(1));

    @Test
    void whoMovesToTheOtherSideOfTheDateLineKeepsTheDay() {
        World world = World.under(GIFT.alone());
        world.updateProfile(bornIn1980("Pacific/Auckland"), day(1));
        world.updateProfile(bornIn1980("Pacific/Honolulu"), day(30));
        world.advance(at("2029-01-01T00:00:00Z"));

        assertThat(birthdays(world))
                .containsExactly(at("2026-06-15T10:00:00Z"), at("2027-06-15T10:00:00Z"), at("2028-06-15T10:00:00Z"));
    }

    @Test
    void whoMovesEastOnTheEveOfItHasItAtOnceAndOnlyOnce() {
        World world = World.under(GIFT.alone());
        world.updateProfile(bornIn1980("Pacific/Honolulu"), day(1));
        Instant morningInAuckland = at("2026-06-14T20:00:00Z");
        world.updateProfile(bornIn1980("Pacific/Auckland"), morningInAuckland);
        world.advance(morningInAuckland);
        assertThat(birthdays(world)).hasSize(1);
        world.updateProfile(bornIn1980("Pacific/Honolulu"), morningInAuckland.plusSeconds(60));
        world.advance(at("2027-06-15T10:00:00Z"));

        assertThat(birthdays(world)).hasSize(2).endsWith(at("2027-06-15T10:00:00Z"));
    }

    @Test
    void aBusinessThatMovesKeepsTheDaysOfThoseWhoHaveNoZoneOfTheirOwn() {
        World world = World.under(versions(
                GIFT.version(1, Moments.START), GIFT.in("America/New_York").version(2, at("2026-12-31T12:00:00Z"))));
        world.updateProfile(bornIn1980(""), day(1));
        world.advance(at("2029-01-01T00:00:00Z"));

        assertThat(birthdays(world))
                .as("midnight in Berlin, then in New York")
                .containsExactly(at("2026-06-14T22:00:00Z"), at("2027-06-15T04:00:00Z"), at("2028-06-15T04:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "FEBRUARY_28, 2026-02-28, 2027-02-28, 2028-02-29, 2029-02-28",
        "MARCH_1,     2026-03-01, 2027-03-01, 2028-02-29, 2029-03-01"
    })
    void whoWasBornOnTheLeapDayHasAnotherOneInOtherYears(
            LeapDay rule, LocalDate first, LocalDate second, LocalDate ofLeapYear, LocalDate last) {
        Birthday birthday =
                Birthday.UNKNOWN.of(LocalDate.parse("2004-02-29"), at("2026-01-01T00:00:00Z"), ZoneOffset.UTC, rule);
        for (LocalDate day : List.of(first, second, ofLeapYear, last)) {
            assertThat(birthday.next()).isEqualTo(day);
            birthday = birthday.kept(day, rule);
        }
    }

    private static Traits bornIn1980(String zone) {
        return new Traits("", "", 1980, "", zone, "");
    }

    private static List<Instant> birthdays(World world) {
        return world.facts().stream()
                .map(RecordedFact::activity)
                .filter(activity -> activity.type() == ActivityType.BIRTHDAY)
                .map(Activity::occurredAt)
                .toList();
    }
}
