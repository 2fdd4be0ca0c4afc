package dev.perennial.domain.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perennial.domain.insight.BreakageEstimate.Estimated;
import dev.perennial.domain.insight.BreakageEstimate.Missing;
import dev.perennial.domain.insight.BreakageEstimate.NotEnoughHistory;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Triangles that were computed by hand. */
class ChainLadderTest {

    private static final Offset<Double> EXACT = within(1e-9);

    /**
     * <pre>
     * vintage  issued  age 0  1   2
     *       0     100      0  10  20
     *       1     100      0  10
     *       2     100      0
     * developed          0   ½   1      (0 + 0) ÷ (10 + 10) × ½;  10 ÷ 20
     * expected share  (20 + 10 + 0) ÷ (100·1 + 100·½ + 100·0) = 0.2
     * ends            20;  10 + 100·0.2·½ = 20;  0 + 100·0.2·1 = 20
     * </pre>
     */
    @Test
    void vintagesThatAreTooYoungForAnyExpiryEndLikeTheOthers() {
        Estimated estimate = (Estimated) ChainLadder.estimate(
                new long[] {100, 100, 100}, triangle(row(0, 10, 20), row(0, 10), row(0)), new long[] {0, 60, 90});

        assertThat(estimate.vintages()).isEqualTo(3);
        assertThat(estimate.share()).isEqualTo(0.2, EXACT);
        assertEach(estimate.ultimate(), 20, 20, 20);
        assertEach(estimate.developed(), 1, 0.5, 0);
    }

    /**
     * <pre>
     * vintage  issued  age 0   1   2
     *       0     100     10  20  40
     *       1     200     30  40
     *       2     100     20
     * developed         ⅓·…  ½   1      (10 + 30) ÷ (20 + 40) × ½ = ⅓;  20 ÷ 40
     * expected share  (40 + 40 + 20) ÷ (100 + 200·½ + 100·⅓) = 100 ÷ 233⅓ = 3/7
     * ends            40;  40 + 200·3/7·½;  20 + 100·3/7·⅔
     * </pre>
     */
    @Test
    void factorsAreSumsOverVintages() {
        Estimated estimate = (Estimated) ChainLadder.estimate(
                new long[] {100, 200, 100}, triangle(row(10, 20, 40), row(30, 40), row(20)), new long[] {5, 160, 80});

        double second = 40 + 200 * 3 / 7.0 / 2;
        double third = 20 + 100 * 3 / 7.0 * 2 / 3;
        assertEach(estimate.developed(), 1, 0.5, 1 / 3.0);
        assertEach(estimate.ultimate(), 40, second, third);
        assertThat(estimate.share()).isEqualTo((40 + second + third) / 400, EXACT);
    }

    @Test
    void noMoreCanRunOutThanIsOpen() {
        Estimated estimate = (Estimated) ChainLadder.estimate(
                new long[] {100, 100, 100}, triangle(row(0, 10, 20), row(0, 10), row(0)), new long[] {0, 4, 90});
        assertEach(estimate.ultimate(), 20, 14, 20);
    }

    @Test
    void monthsWithoutIssueDoNotCount() {
        Estimated estimate = (Estimated) ChainLadder.estimate(
                new long[] {0, 100, 100, 0, 100},
                triangle(row(0, 0, 0, 0, 0), row(0, 0, 20, 20), row(0, 0, 20), row(0, 0), row(0)),
                new long[5]);
        assertThat(estimate.vintages()).isEqualTo(3);
        assertEach(estimate.developed(), 1, 1, 1, 0, 0);
        assertThat(estimate.ultimate()).hasSize(5);
    }

    @Test
    void tooLittleHistoryIsNoNumber() {
        long[][] three = triangle(row(0, 10, 20), row(0, 10), row(0));
        assertThat(ChainLadder.estimate(new long[0], new long[0][], new long[0]))
                .isEqualTo(new NotEnoughHistory(0, Missing.VINTAGES));
        assertThat(ChainLadder.estimate(new long[] {100, 0, 100}, three, new long[3]))
                .isEqualTo(new NotEnoughHistory(2, Missing.VINTAGES));
        assertThat(ChainLadder.estimate(new long[] {100, 100, 100}, three, new long[] {6, 0, 0}))
                .isEqualTo(new NotEnoughHistory(3, Missing.RUN_OFF));
        assertThat(ChainLadder.estimate(
                        new long[] {100, 100, 100}, triangle(row(0, 0, 0), row(0, 0), row(0)), new long[3]))
                .isEqualTo(new NotEnoughHistory(3, Missing.EXPIRIES));
    }

    private static void assertEach(List<Double> found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i)).as("at " + i).isEqualTo(expected[i], EXACT);
        }
    }

    private static long[] row(long... cells) {
        return Arrays.copyOf(cells, cells.length);
    }

    private static long[][] triangle(long[]... rows) {
        return rows;
    }
}
