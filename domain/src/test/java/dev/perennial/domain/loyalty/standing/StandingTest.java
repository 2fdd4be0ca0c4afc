package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A member's standing over some years, with exactly what is told of it. */
class StandingTest {

    @Test
    void isEarnedReviewedMatchedAndPaidFor() {
        Life life = Life.under(calendarYears().grace(60).matching(90, 50, 90).selling(plan("club", 1, 14, 5, "gold")));

        life.earns(99, "2026-05-01T10:00").earns(1, "2026-06-01T10:00").until("2026-12-31T23:59");
        assertThat(life.told()).containsExactly("2026-06-01T10:00 none → silver EARNED");

        life.until("2028-12-31T00:00");
        assertThat(life.told()).containsExactly("2028-03-01T00:00 silver → none REVIEW");

        life.matches("platinum", "2029-01-10T08:00").earns(300, "2029-02-01T10:00");
        life.until("2029-12-31T00:00");
        assertThat(life.told())
                .containsExactly(
                        "2029-01-10T08:00 none → platinum MATCH", "2029-07-09T09:00 platinum → gold MATCH_ENDED");

        life.until("2031-06-01T00:00");
        assertThat(life.told()).containsExactly("2031-03-02T00:00 gold → none REVIEW");
        assertThat(life.nextDueAt()).isEqualTo("never");

        life.tries("club", "2031-06-10T10:00").pays("club", "2031-06-20T10:00").until("2032-01-01T00:00");
        assertThat(life.told())
                .containsExactly(
                        "2031-06-10T10:00 club NONE → TRIAL TRIAL_STARTED",
                        "2031-06-10T10:00 none → gold MEMBERSHIP",
                        "2031-06-20T10:00 club TRIAL → ACTIVE PAID",
                        "2031-07-24T10:00 club ACTIVE → GRACE PERIOD_OVER",
                        "2031-07-29T10:00 club GRACE → ENDED GRACE_OVER",
                        "2031-07-29T10:00 gold → none MEMBERSHIP");
    }
}
