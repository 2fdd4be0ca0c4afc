package dev.perennial.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebsterTest {

    @Test
    void splitsInProportion() {
        assertThat(Webster.split(0, new long[] {6, 3, 1})).containsExactly(0, 0, 0);
        assertThat(Webster.split(5, new long[] {6, 3, 1})).containsExactly(3, 2, 0);
        assertThat(Webster.split(10, new long[] {6, 3, 1})).containsExactly(6, 3, 1);
    }

    /** Alabama once lost a seat because the House had one more. */
    @Test
    void neverTakesBackFromAShareWhenThereIsMoreToGive() {
        Seeds.each(300, random -> {
            long[] shares = random.longs(1 + random.nextInt(8), 0, 40).toArray();
            long whole = Arrays.stream(shares).sum();
            long[] before = new long[shares.length];
            for (long amount = 1; amount <= whole; amount++) {
                long[] now = Webster.split(amount, shares);
                assertThat(Arrays.stream(now).sum()).isEqualTo(amount);
                for (int i = 0; i < shares.length; i++) {
                    assertThat(now[i])
                            .as("share %s of %s", i, Arrays.toString(shares))
                            .isBetween(before[i], shares[i]);
                }
                before = now;
            }
        });
    }

    @Test
    void isExactForAmountsNearTheRangeOfALong() {
        long[] shares = {Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, 1};

        assertThat(Webster.split(Long.MAX_VALUE / 2 - 1, shares))
                .satisfies(parts -> assertThat(Arrays.stream(parts).sum()).isEqualTo(Long.MAX_VALUE / 2 - 1));
    }
}
