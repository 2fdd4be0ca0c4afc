package dev.perennial.bootstrap.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.Activity.DetailCase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final ShopHistory history = ShopHistory.until(NOW, ZONE);

    @Test
    void the_same_moment_plays_the_same_shop() {
        assertThat(ShopHistory.until(NOW, ZONE)).isEqualTo(history);
    }

    @Test
    void it_is_eighteen_months_of_a_shop_of_a_size_that_a_demo_can_play() {
        assertThat(history.members()).hasSize(ShopHistory.CUSTOMERS);
        assertThat(history.activities()).hasSizeBetween(10_000, 30_000);
        assertThat(history.activities())
                .extracting(activity -> activity.getOccurredAt().getSeconds())
                .isSorted()
                .allMatch(second -> second < NOW.getEpochSecond())
                .allMatch(second ->
                        second >= Instant.parse("2025-05-31T22:00:00Z").getEpochSecond());
    }

    @Test
    void there_are_purchases_visits_and_refunds_each_with_a_key_of_its_own() {
        assertThat(history.activities())
                .extracting(Activity::getDetailCase)
                .contains(DetailCase.PURCHASE, DetailCase.VISIT, DetailCase.REFUND);
        assertThat(history.activities()).extracting(Activity::getExternalId).doesNotHaveDuplicates();
    }

    @Test
    void december_is_busier_than_july() {
        assertThat(purchasesIn("2025-12")).isGreaterThan(purchasesIn("2025-07"));
    }

    @Test
    void the_sample_program_is_read_without_a_problem() {
        assertThat(SampleProgram.read().getEarningRulesList())
                .extracting(rule -> rule.getId())
                .contains("every-euro", "double-on-coffee", "welcome", "drop-by");
    }

    private long purchasesIn(String month) {
        List<String> months = history.activities().stream()
                .filter(Activity::hasPurchase)
                .map(activity -> Instant.ofEpochSecond(activity.getOccurredAt().getSeconds())
                        .atZone(ZONE)
                        .toString()
                        .substring(0, 7))
                .collect(Collectors.toList());
        return months.stream().filter(month::equals).count();
    }
}
