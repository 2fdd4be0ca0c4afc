package dev.perennial.domain.loyalty.standing;

import static dev.perennial.domain.loyalty.standing.ATiersProgram.calendarYears;
import static dev.perennial.domain.loyalty.standing.ATiersProgram.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Memberships from their first fact to their last, with exactly what is told of them. */
class MembershipsTest {

    private static final ATiersProgram MONTHLY = calendarYears().selling(plan("club", 1, 14, 5, ""));

    @Test
    void thirtyFirstsDoNotDrift() {
        Life life = Life.under(MONTHLY).pays("club", "2026-01-31T10:00");
        assertThat(life.nextDueAt()).isEqualTo("2026-02-28T10:00");
        assertThat(life.pays("club", "2026-02-20T10:00").nextDueAt()).isEqualTo("2026-03-31T10:00");
        assertThat(life.pays("club", "2026-03-20T10:00").nextDueAt()).isEqualTo("2026-04-30T10:00");
        assertThat(life.pays("club", "2026-03-20T11:00").nextDueAt()).isEqualTo("2026-05-31T10:00");
    }

    @Test
    void whatIsPaidInATrialBeginsAtItsEnd() {
        Life life = Life.under(MONTHLY).tries("club", "2026-01-01T10:00").pays("club", "2026-01-03T10:00");
        assertThat(life.standing().activePlans()).containsExactly("club");
        assertThat(life.nextDueAt()).isEqualTo("2026-02-15T10:00");
        life.cancels("club", false, "2026-01-04T10:00").until("2026-06-01T00:00");
        assertThat(life.told())
                .containsExactly(
                        "2026-01-01T10:00 club NONE → TRIAL TRIAL_STARTED",
                        "2026-01-03T10:00 club TRIAL → ACTIVE PAID",
                        "2026-01-04T10:00 club ACTIVE → CANCELLING CANCELLED_AT_PERIOD_END",
                        "2026-02-15T10:00 club CANCELLING → ENDED PERIOD_OVER");
        assertThat(life.nextDueAt()).isEqualTo("never");
    }

    @Test
    void aTrialIsGivenOnce() {
        Life life = Life.under(MONTHLY).tries("club", "2026-01-01T10:00").until("2026-01-20T00:00");
        life.told();
        assertThat(life.tries("club", "2026-02-01T10:00").told()).isEmpty();
        assertThat(life.standing().activePlans()).isEmpty();
        assertThat(life.pays("club", "2026-02-02T10:00").told())
                .containsExactly("2026-02-02T10:00 club ENDED → ACTIVE PAID");
    }

    @Test
    void aLatePaymentExtendsFromTheEndOfWhatWasPaidFor() {
        Life life = Life.under(MONTHLY).pays("club", "2026-01-10T10:00").pays("club", "2026-02-14T10:00");
        assertThat(life.told())
                .containsExactly(
                        "2026-01-10T10:00 club NONE → ACTIVE PAID",
                        "2026-02-10T10:00 club ACTIVE → GRACE PERIOD_OVER",
                        "2026-02-14T10:00 club GRACE → ACTIVE PAID");
        assertThat(life.nextDueAt()).isEqualTo("2026-03-10T10:00");
        assertThat(life.until("2026-03-15T10:00").told())
                .containsExactly(
                        "2026-03-10T10:00 club ACTIVE → GRACE PERIOD_OVER",
                        "2026-03-15T10:00 club GRACE → ENDED GRACE_OVER");
    }

    @Test
    void nobodyPaysForAPeriodThatIsOver() {
        Life life = Life.under(calendarYears().selling(plan("club", 1, 0, 90, "")));
        life.pays("club", "2026-01-10T10:00").pays("club", "2026-04-14T10:00");
        assertThat(life.nextDueAt()).isEqualTo("2026-05-14T10:00");
    }

    @Test
    void cancellingInTheGraceEndsItAndACancelledOneCanBeResumed() {
        Life life = Life.under(MONTHLY).pays("club", "2026-01-10T10:00").cancels("club", false, "2026-02-11T10:00");
        assertThat(life.told()).endsWith("2026-02-11T10:00 club GRACE → ENDED CANCELLED_AT_PERIOD_END");
        life.pays("club", "2026-03-01T10:00").cancels("club", false, "2026-03-02T10:00");
        life.pays("club", "2026-03-03T10:00").cancels("club", true, "2026-03-04T10:00");
        assertThat(life.told())
                .containsExactly(
                        "2026-03-01T10:00 club ENDED → ACTIVE PAID",
                        "2026-03-02T10:00 club ACTIVE → CANCELLING CANCELLED_AT_PERIOD_END",
                        "2026-03-03T10:00 club CANCELLING → ACTIVE PAID",
                        "2026-03-04T10:00 club ACTIVE → ENDED CANCELLED_NOW");
    }

    @Test
    void aPlanThatIsNotSoldAnyMoreRunsOutAsItWasSold() {
        Life life = Life.under(calendarYears()
                .selling(plan("club", 12, 0, 5, "gold"))
                .then(calendarYears().from("2026-02-01T00:00:00Z")));
        life.pays("club", "2026-01-10T10:00").until("2026-05-01T00:00").pays("club", "2026-05-01T10:00");
        assertThat(life.standing().level()).isEqualTo("gold");
        assertThat(life.standing().benefits(life.programs())).containsExactly("club_gift", "gold_lounge");
        assertThat(life.until("2027-06-01T00:00").told())
                .containsExactly(
                        "2026-01-10T10:00 club NONE → ACTIVE PAID",
                        "2026-01-10T10:00 none → gold MEMBERSHIP",
                        "2027-01-10T10:00 club ACTIVE → ENDED PERIOD_OVER",
                        "2027-01-10T10:00 gold → none MEMBERSHIP");
        assertThat(life.standing().benefits(life.programs())).isEmpty();
    }

    @Test
    void aPlanThatNobodyKnowsIsNothing() {
        Life life = Life.under(MONTHLY).pays("unheard_of", "2026-01-10T10:00");
        assertThat(life.standing()).isEqualTo(Standing.NEW);
        assertThat(life.told()).isEmpty();
    }

    @Test
    void theHighestLevelOfAllIsTheMembers() {
        Life life = Life.under(calendarYears().selling(plan("club", 1, 0, 0, "silver"), plan("box", 1, 0, 0, "gold")));
        life.pays("box", "2026-01-10T10:00").pays("club", "2026-01-20T10:00").earns(100, "2026-02-25T10:00");
        assertThat(life.told())
                .contains(
                        "2026-01-10T10:00 none → gold MEMBERSHIP",
                        "2026-02-10T10:00 gold → silver MEMBERSHIP",
                        "2026-02-20T10:00 silver → none MEMBERSHIP",
                        "2026-02-25T10:00 none → silver EARNED")
                .hasSize(8);
        assertThat(life.standing().rank(life.programs())).isEqualTo(1);
        assertThat(life.standing().since()).isEqualTo(Life.berlin("2026-02-25T10:00"));
    }
}
