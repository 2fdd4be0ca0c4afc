package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.rollingDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.standing.Outlook.Review;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member's screen says of the standing, at noon of the last day. */
class OutlookTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        LIFE                          | EARNED | NEXT         | REVIEW                    | GRACE
        ..26-05                       | 0      | silver 100   | none                      | none
        40@26-05                      | 40     | silver 60    | none                      | none
        40@26-05 ..27-05              | 0      | silver 100   | none                      | none
        150@26-05                     | 150    | gold 150     | 27-01 silver kept         | none
        150@26-05 ..27-05             | 0      | gold 300     | 28-01 none                | none
        600@26-05                     | 600    | none         | 27-01 platinum kept       | none
        600@26-05 90@27-05            | 90     | none         | 28-01 gold                | none
        600@26-05 ..28-02             | 0      | none         | 28-03 gold                | 28-03
        600@26-05 600@28-02           | 600    | none         | 29-01 platinum kept       | none
        gold@26-05 150@26-05          | 150    | platinum 450 | 27-01 silver kept         | none
        """)
    void inCalendarYears(String life, long earned, String next, String review, String grace) {
        Life lived = Life.under(
                calendarYears().grace(60).falling(Downgrade.ONE_LEVEL).matching(99, 0, 0));
        assertOutlook(lived.lives(life), earned, next, review, grace);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        LIFE                           | EARNED | NEXT       | REVIEW         | GRACE
        ..26-05                        | 0      | silver 100 | none           | none
        300@26-05                      | 300    | platinum 300 | 26-05-31 silver | none
        300@26-05 100@26-05-20         | 400    | platinum 200 | 26-05-31 silver | none
        300@26-05 ..26-06-02           | 0      | platinum 600 | 26-06-10 silver | 26-06-10
        300@26-05 ..26-06-12           | 0      | gold 300   | 26-06-20 none  | 26-06-20
        """)
    void inRollingDays(String life, long earned, String next, String review, String grace) {
        Life lived = Life.under(rollingDays(30).grace(10).falling(Downgrade.ONE_LEVEL));
        assertOutlook(lived.lives(life), earned, next, review, grace);
    }

    private static void assertOutlook(Life life, long earned, String next, String review, String grace) {
        Outlook outlook = life.outlook();
        assertThat(outlook.earned()).isEqualTo(earned);
        assertThat(outlook.next()
                        .map(above -> above.level() + " " + above.missing())
                        .orElse("none"))
                .isEqualTo(next);
        assertThat(outlook.review().map(OutlookTest::told).orElse("none")).isEqualTo(review);
        assertThat(outlook.graceEndsAt().map(Life::day).orElse("none")).isEqualTo(grace);
    }

    private static String told(Review review) {
        String to = review.to().isEmpty() ? "none" : review.to();
        return Life.day(review.at()) + " " + to + (review.kept() ? " kept" : "");
    }
}
