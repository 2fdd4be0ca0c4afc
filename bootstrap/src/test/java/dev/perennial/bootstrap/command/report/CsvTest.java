package dev.perennial.bootstrap.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.insight.v1.Cohort;
import dev.perennial.contract.insight.v1.GetCohortsResponse;
import dev.perennial.contract.insight.v1.GetPeriodMetricsResponse;
import dev.perennial.contract.insight.v1.PeriodMetrics;
import dev.perennial.contract.ledger.v1.BookAccount;
import dev.perennial.contract.ledger.v1.JournalBalances;
import dev.perennial.contract.ledger.v1.JournalClass;
import dev.perennial.contract.ledger.v1.JournalDay;
import dev.perennial.contract.ledger.v1.JournalLine;
import dev.perennial.contract.ledger.v1.MoneyAmount;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Test
    void cohorts_have_as_many_columns_as_the_oldest_and_empty_ones_have_no_row() {
        GetCohortsResponse response = GetCohortsResponse.newBuilder()
                .addCohorts(cohort(1997, 11, 781L, 124L, 0L))
                .addCohorts(cohort(1997, 12, 0L, 0L))
                .addCohorts(cohort(1998, 1, 5L))
                .build();

        assertThat(CohortCsv.of(response)).isEqualTo("""
            cohort,m0,m1,m2
            1997-11,781,124,0
            1998-01,5,,
            """);
    }

    @Test
    void months_have_shares_where_they_are_defined() {
        GetPeriodMetricsResponse response = GetPeriodMetricsResponse.newBuilder()
                .addPeriods(PeriodMetrics.newBuilder()
                        .setStart(month(1997, 1))
                        .setActive(781)
                        .setNew(781))
                .addPeriods(PeriodMetrics.newBuilder()
                        .setStart(month(1997, 2))
                        .setActive(981)
                        .setNew(857)
                        .setRetained(124)
                        .setRetention(124 / 781.0)
                        .setChurn(1 - 124 / 781.0)
                        .setIncomplete(true))
                .build();

        assertThat(MonthlyCsv.of(response)).isEqualTo("""
            month,active,new,retained,reactivated,retention,churn
            1997-01,781,781,0,0,,
            1997-02,981,857,124,0,0.158771,0.841229
            """);
    }

    @Test
    void a_journal_has_a_row_for_each_posting() {
        JournalLine valued = JournalLine.newBuilder()
                .setUnit("points")
                .setProgramVersion(2)
                .setJournalClass(JournalClass.JOURNAL_CLASS_EXPIRE)
                .setDebit(BookAccount.BOOK_ACCOUNT_CONTRACT_LIABILITY)
                .setCredit(BookAccount.BOOK_ACCOUNT_BREAKAGE_REVENUE)
                .setUnits(300)
                .setMoney(MoneyAmount.newBuilder().setCurrency("EUR").setAmount(100))
                .build();
        JournalDay day = JournalDay.newBuilder()
                .setDay(Date.newBuilder().setYear(2026).setMonth(1).setDay(5))
                .addLines(valued)
                .addLines(valued.toBuilder().clearMoney())
                .build();

        assertThat(JournalCsv.of(List.of(
                        StreamJournalResponse.newBuilder()
                                .setOpening(JournalBalances.getDefaultInstance())
                                .build(),
                        StreamJournalResponse.newBuilder().setDay(day).build())))
                .isEqualTo("""
                    day,unit,program_version,class,debit,credit,units,money,currency
                    2026-01-05,points,2,expire,contract_liability,breakage_revenue,300,100,EUR
                    2026-01-05,points,2,expire,contract_liability,breakage_revenue,300,,
                    """);
    }

    @Test
    void nothing_yet_is_a_header_alone() {
        assertThat(CohortCsv.of(GetCohortsResponse.getDefaultInstance())).isEqualTo("cohort\n");
        assertThat(MonthlyCsv.of(GetPeriodMetricsResponse.getDefaultInstance()).lines())
                .hasSize(1);
    }

    /** As the reference tables write them: 171 of 948 is 0.18038, 38 of 125 is 0.304. */
    @ParameterizedTest
    @CsvSource({"171, 948, 0.18038", "38, 125, 0.304", "0, 5, 0.0", "5, 5, 1.0", "1, 3, 0.333333", "2, 3, 0.666667"})
    void shares_are_rounded_to_six_decimals(int part, int whole, String text) {
        assertThat(MonthlyCsv.share((double) part / whole)).isEqualTo(text);
    }

    private static Cohort cohort(int year, int month, Long... counts) {
        return Cohort.newBuilder()
                .setMonth(month(year, month))
                .addAllCounts(List.of(counts))
                .build();
    }

    private static Date month(int year, int month) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(1).build();
    }
}
