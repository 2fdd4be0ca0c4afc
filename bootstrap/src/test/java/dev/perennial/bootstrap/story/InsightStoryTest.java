package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.insight.v1.Cohort;
import dev.perennial.contract.insight.v1.GetCohortsRequest;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import dev.perennial.contract.insight.v1.GetPeriodMetricsRequest;
import dev.perennial.contract.insight.v1.PeriodMetrics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who came back, in the months of London, where clocks go forward on 29 March 2026: April begins an hour before UTC's.
 */
class InsightStoryTest {

    private final Shop shop = Platform.newShop()
            .runs(aProgram(aRule("base").perEuro(1)).in("Europe/London"))
            .enrols("alice")
            .enrols("bob")
            .enrols("carol")
            .enrols("dave");

    @Test
    void monthsAreLondonsAndWhatWentBackDoesNotCount() {
        shop.buys("alice", "a1", euros(10)).at(moment("2026-02-10T12:00:00Z"));
        shop.buys("carol", "c1", euros(10)).at(moment("2026-02-15T12:00:00Z"));
        shop.buys("dave", "d1", euros(10)).at(moment("2026-02-20T12:00:00Z"));
        shop.refunds("carol", "c1", "all-of-c1", euros(10)).at(moment("2026-02-25T12:00:00Z"));
        shop.refunds("dave", "d1", "half-of-d1", euros(5)).at(moment("2026-02-26T12:00:00Z"));
        shop.buys("alice", "a2", euros(10)).at(moment("2026-03-31T22:59:59Z")); // still March in London
        shop.buys("bob", "b1", euros(10)).at(moment("2026-03-31T23:00:00Z")); // April
        shop.buys("alice", "a3", euros(10)).at(moment("2026-04-02T12:00:00Z"));
        shop.buys("carol", "c2", euros(10)).at(moment("2026-04-05T12:00:00Z"));
        shop.buys("dave", "d2", euros(10)).at(moment("2026-04-10T12:00:00Z"));

        GetCohortsResponse cohorts = shop.insight.getCohorts(GetCohortsRequest.getDefaultInstance());
        assertThat(cohorts.getCohortsList())
                .containsExactly(cohort(2, 2, 1, 2), cohort(3, 0, 0), cohort(4, 2)); // carol's first one went back
        assertThat(cohorts.getIncompleteMonth()).isEqualTo(monthOf2026(4));
        assertThat(months())
                .containsExactly(
                        month(2, 2, 2, 0, 0).build(),
                        month(3, 1, 0, 1, 0).setRetention(0.5).setChurn(0.5).build(),
                        month(4, 4, 2, 1, 1)
                                .setRetention(1)
                                .setChurn(0)
                                .setIncomplete(true)
                                .build());
    }

    @Test
    void aMonthIsCompleteFromTheFirstMomentOfTheNext() {
        shop.buys("alice", "a1", euros(10)).at(moment("2026-03-30T12:00:00Z"));
        Platform.reach(moment("2026-03-31T22:59:59Z"));
        assertThat(months()).extracting(PeriodMetrics::getIncomplete).containsExactly(true);
        Platform.reach(moment("2026-03-31T23:00:00Z"));
        assertThat(months()).extracting(PeriodMetrics::getIncomplete).containsExactly(false);
        assertThat(shop.insight
                        .getCohorts(GetCohortsRequest.getDefaultInstance())
                        .hasIncompleteMonth())
                .isFalse();
    }

    private List<PeriodMetrics> months() {
        return shop.insight
                .getPeriodMetrics(GetPeriodMetricsRequest.getDefaultInstance())
                .getPeriodsList();
    }

    private static Cohort cohort(int month, long... counts) {
        Cohort.Builder cohort = Cohort.newBuilder().setMonth(monthOf2026(month));
        for (long count : counts) {
            cohort.addCounts(count);
        }
        return cohort.build();
    }

    private static PeriodMetrics.Builder month(int month, long active, long fresh, long retained, long reactivated) {
        return PeriodMetrics.newBuilder()
                .setStart(monthOf2026(month))
                .setActive(active)
                .setNew(fresh)
                .setRetained(retained)
                .setReactivated(reactivated);
    }

    private static Date monthOf2026(int month) {
        return Date.newBuilder().setYear(2026).setMonth(month).setDay(1).build();
    }

    private static Instant moment(String iso) {
        return Instant.parse(iso);
    }
}
