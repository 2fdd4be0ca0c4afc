package dev.perennial.domain.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairValueTest {

    @ParameterizedTest
    @CsvSource({
        "100, 1, 0, 0", // nothing is worth nothing
        "100, 1, 250, 2", // 2.5 goes to the even neighbour
        "100, 1, 350, 4", // and so does 3.5
        "100, 1, -250, -2",
        "3, 2, 1, 1", // 0.67
        "1, 1000000000000, 9000000, 9000000000000000000"
    })
    void moneyIsRoundedOnce(long units, long amount, long count, long money) {
        assertThat(new FairValue(units, amount).of(count)).isEqualTo(money);
    }

    @Test
    void moreMoneyThanCanBeCountedIsNoMoney() {
        FairValue dear = new FairValue(1, 1_000_000_000_000L);
        assertThatThrownBy(() -> dear.of(10_000_000)).isInstanceOf(ArithmeticException.class);
    }
}
