package dev.perennial.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.testing.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void whatIsLeftGoesToTheLargestRemaindersAndTiesToTheFirst() {
        assertThat(LargestRemainder.split(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(LargestRemainder.split(10, new long[] {6, 6, 2})).containsExactly(4, 4, 2);
        assertThat(LargestRemainder.split(5, new long[] {0, 0})).containsExactly(0, 0);
        assertThat(LargestRemainder.split(0, new long[] {3, 4})).containsExactly(0, 0);
        assertThat(LargestRemainder.split(7, new long[] {})).isEmpty();
        assertThat(LargestRemainder.split(Long.MAX_VALUE, new long[] {Long.MAX_VALUE, Long.MAX_VALUE}))
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }

    @Test
    void thePartsAddUpAndNoneExceedsItsWeight() {
        Seeds.each(20_000, random -> {
            long[] weights = random.longs(random.nextInt(1, 8), 0, 50).toArray();
            long total = Arrays.stream(weights).sum();
            long amount = random.nextLong(total + 1);
            long[] parts = LargestRemainder.split(amount, weights);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
            for (int i = 0; i < parts.length; i++) {
                assertThat(parts[i]).isBetween(0L, weights[i]);
            }
        });
    }
}
