package dev.perennial.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    @Test
    void resetsMustOutnumberTheCallsAtOnce() {
        assertThatThrownBy(() -> new ConnectionLimits(2_000, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("perennial.resets-per-10-seconds-max (500)");
    }
}
