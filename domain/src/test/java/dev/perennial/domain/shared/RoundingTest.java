package dev.perennial.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.testing.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        // amount, numerator, denominator, down, up, half up, half even
        "0, 1, 100, 0, 0, 0, 0",
        "199, 1, 100, 1, 2, 2, 2",
        "149, 1, 100, 1, 2, 1, 1",
        "150, 1, 100, 1, 2, 2, 2",
        "250, 1, 100, 2, 3, 3, 2",
        "250, 2, 100, 5, 5, 5, 5",
        "-250, 1, 100, -2, -3, -3, -2",
        "250, 1, -100, -2, -3, -3, -2",
        "9223372036854775807, 1, 1, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807",
        "9223372036854775807, 3, 6, 4611686018427387903, 4611686018427387904, 4611686018427387904, 4611686018427387904"
    })
    void roundsOnce(long amount, long by, long in, long down, long up, long halfUp, long halfEven) {
        assertThat(Rounding.DOWN.scale(amount, by, in)).isEqualTo(down);
        assertThat(Rounding.UP.scale(amount, by, in)).isEqualTo(up);
        assertThat(Rounding.HALF_UP.scale(amount, by, in)).isEqualTo(halfUp);
        assertThat(Rounding.HALF_EVEN.scale(amount, by, in)).isEqualTo(halfEven);
    }

    @Test
    void theShortWayAgreesWithExactArithmetic() {
        Seeds.each(20_000, random -> {
            long amount = random.nextLong() >>> random.nextInt(1, 64);
            long by = random.nextLong(1, 1000);
            long in = (random.nextLong() >>> random.nextInt(1, 63)) + 1;
            BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(by));
            for (Rounding rounding : Rounding.values()) {
                BigDecimal exact = new BigDecimal(product)
                        .divide(BigDecimal.valueOf(in), 0, RoundingMode.valueOf(rounding.name()));
                if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                    assertThat(rounding.scale(amount, by, in)).isEqualTo(exact.longValueExact());
                }
            }
        });
    }

    @Test
    void whatDoesNotFitIsNeverAWrongNumber() {
        assertThatThrownBy(() -> Rounding.DOWN.scale(Long.MAX_VALUE, 2, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rounding.DOWN.scale(1, 1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
