package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.anniversaryYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.rollingDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels that are earned: silver at 100, gold at 300, platinum at 600. Lives are lines of {@link Life#lives}. */
class TiersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        GRACE | DOWNGRADE | LIFE                                   | LEVELS
        0     | TO_EARNED | 99@26-05 ..28-01                       | ''
        0     | TO_EARNED | 99@26-05 1@26-12-31 ..28-02            | 26-12-31 silver, 28-01 none
        0     | TO_EARNED | 99@26-12-31 1@27-01 ..28-02            | ''
        0     | TO_EARNED | 600@26-05 ..28-02                      | 26-05 platinum, 28-01 none
        0     | TO_EARNED | 600@26-05 100@27-05 ..29-02            | 26-05 platinum, 28-01 silver, 29-01 none
        0 | ONE_LEVEL | 600@26-05 ..31-02 | 26-05 platinum, 28-01 gold, 29-01 silver, 30-01 none
        0     | ONE_LEVEL | 600@26-05 300@28-05 ..30-01-02         | 26-05 platinum, 28-01 gold, 30-01 silver
        60    | TO_EARNED | 300@26-05 ..29-02                      | 26-05 gold, 28-03 none
        60    | TO_EARNED | 300@26-05 100@27-07 ..28-04            | 26-05 gold, 28-03 silver
        60    | TO_EARNED | 300@26-05 100@28-02-28 ..28-04         | 26-05 gold, 28-03 silver
        60    | TO_EARNED | 300@26-05 300@28-02-29 ..30-02         | 26-05 gold
        60    | TO_EARNED | 300@26-05 299@28-02-29 1@28-03 ..28-04 | 26-05 gold, 28-03 silver, 28-03 gold
        60 | ONE_LEVEL | 600@26-05 ..31-02 | 26-05 platinum, 28-03 gold, 29-03-02 silver, 30-03-02 none
        400   | TO_EARNED | 300@26-05 ..30-02                      | 26-05 gold, 29-02-04 none
        400   | TO_EARNED | 300@26-05 300@28-05 ..31-02-03         | 26-05 gold
        """)
    void calendarYearsAreReviewedAtTheirEnd(int grace, Downgrade downgrade, String life, String levels) {
        assertThat(Life.under(calendarYears().grace(grace).falling(downgrade))
                        .lives(life)
                        .levels())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        ENROLLED         | LIFE                           | LEVELS
        2024-02-29T10:00 | 99@25-02-27 1@25-02-28 ..27-01 | ''
        2024-02-29T10:00 | 99@25-02-28 1@26-02-27 ..28-01 | 26-02-27 silver, 27-02-28 none
        2024-02-29T10:00 | 100@27-02-28 ..30-01           | 27-02-28 silver, 29-02-28 none
        2024-02-29T10:00 | 99@27-03 1@28-02-28 ..29-02    | 28-02-28 silver
        2024-02-28T23:30 | 99@25-02-27 1@25-02-28 ..27-01 | ''
        2025-06-15T10:00 | 100@20-06-15 ..22-06-16        | 20-06-15 silver, 22-06-15 none
        """)
    void anniversaryYearsBeginOnTheDayOfEnrolment(String enrolledAt, String life, String levels) {
        assertThat(Life.under(anniversaryYears(), enrolledAt).lives(life).levels())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        GRACE | DOWNGRADE | LIFE                                           | LEVELS
        0     | TO_EARNED | 99@26-05 1@26-05-31 ..26-07                    | ''
        0     | TO_EARNED | 99@26-05 1@26-05-30 ..26-07                    | 26-05-30 silver, 26-05-31 none
        0 | TO_EARNED | 300@26-05 100@26-05-20 ..26-08 | 26-05 gold, 26-05-31 silver, 26-06-19 none
        0     | ONE_LEVEL | 300@26-05 ..26-08                              | 26-05 gold, 26-05-31 none
        10    | TO_EARNED | 300@26-05 ..26-08                              | 26-05 gold, 26-06-10 none
        10 | ONE_LEVEL | 300@26-05 ..26-08 | 26-05 gold, 26-06-10 silver, 26-06-20 none
        10 | ONE_LEVEL | 300@26-05 100@26-06-15 ..26-08 | 26-05 gold, 26-06-10 silver, 26-07-25 none
        10 | TO_EARNED | 300@26-05 100@26-05-25 ..26-08 | 26-05 gold, 26-06-10 silver, 26-07-04 none
        10    | TO_EARNED | 300@26-05 300@26-06-09 ..26-08                 | 26-05 gold, 26-07-19 none
        40    | TO_EARNED | 300@26-05 200@26-05-25 100@26-06-20 ..26-08-10 | 26-05 gold, 26-08-03 none
        """)
    void rollingDaysAreReviewedWhenTooLittleIsLeft(int grace, Downgrade downgrade, String life, String levels) {
        assertThat(Life.under(rollingDays(30).grace(grace).falling(downgrade))
                        .lives(life)
                        .levels())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        ON_REFUND         | LIFE                                            | LEVELS
        REVOKE            | 600@26-05 -400@26-05/26-07 ..26-12              | 26-05 platinum, 26-07 silver
        KEEP_UNTIL_REVIEW | 600@26-05 -400@26-05/26-07 ..26-12-31           | 26-05 platinum
        KEEP_UNTIL_REVIEW | 600@26-05 -400@26-05/26-07 ..27-04              | 26-05 platinum, 27-03-02 silver
        REVOKE | 600@26-05 -1@26-05/26-07 2@26-08 ..26-09 | 26-05 platinum, 26-07 gold, 26-08 platinum
        REVOKE            | 300@26-05 300@27-05 -300@27-05/27-06 ..28-04    | 26-05 gold, 28-03 none
        REVOKE            | 300@26-05 600@27-05 -300@27-05/27-06 ..28-12    | 26-05 gold, 27-05 platinum, 27-06 gold
        REVOKE            | 300@26-05 -300@26-05/27-02 ..28-02              | 26-05 gold
        REVOKE            | 300@26-05 -300@26-05/27-02 ..28-04              | 26-05 gold, 28-03 none
        REVOKE            | 300@26-05 100@27-05 -1@27-05/28-02 ..28-04      | 26-05 gold, 28-03 none
        REVOKE            | 300@26-05 300@28-02 -300@28-02/28-02-10 ..28-04 | 26-05 gold, 28-03 none
        REVOKE            | 300@26-05 300@28-02 -300@28-02/28-04 ..28-05    | 26-05 gold, 28-04 none
        KEEP_UNTIL_REVIEW | 300@26-05 300@28-02 -300@28-02/28-02-10 ..29-04 | 26-05 gold, 29-03-02 none
        REVOKE            | 100@26-05 -500@26-05/26-06 100@26-07 ..26-08    | 26-05 silver, 26-06 none, 26-07 silver
        """)
    void refundsTakeWhatWasReachedInTheWindowGoingOn(OnRefund onRefund, String life, String levels) {
        assertThat(Life.under(calendarYears().grace(60).refunding(onRefund))
                        .lives(life)
                        .levels())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        ON_REFUND         | LIFE                                     | LEVELS
        REVOKE            | 300@26-05 -100@26-05/26-05-05 ..26-05-20 | 26-05 gold, 26-05-05 silver
        KEEP_UNTIL_REVIEW | 300@26-05 -100@26-05/26-05-05 ..26-05-20 | 26-05 gold, 26-05-16 silver
        REVOKE            | 300@26-05 -300@26-05/26-06-05 ..26-07    | 26-05 gold, 26-06-10 none
        """)
    void refundsInRollingDays(OnRefund onRefund, String life, String levels) {
        assertThat(Life.under(rollingDays(30).grace(10).refunding(onRefund))
                        .lives(life)
                        .levels())
                .isEqualTo(levels);
    }

    @Test
    void aReviewDoesNotSeeWhatHappensAtItsVeryMoment() {
        Life life = Life.under(calendarYears()).lives("300@25-05 100@26-05");
        life.refunds(100, "2026-05-01T12:00", "2027-01-01T00:00").until("2027-12-31T00:00");
        assertThat(life.levels()).isEqualTo("25-05 gold, 27-01 silver");
    }
}
