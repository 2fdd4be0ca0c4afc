package dev.perennial.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.shared.Overloaded;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoGetsNoTurnInTimeIsTurnedAway() {
        Turns turns = new Turns(2, Duration.ofMillis(1));

        assertThat(turns.<String>take(() -> turns.take(() -> "two at once"))).isEqualTo("two at once");
        assertThatThrownBy(() -> turns.take(() -> turns.take(() -> turns.take(() -> "three"))))
                .isInstanceOf(Overloaded.class);
        assertThat(turns.<String>take(() -> turns.take(() -> "again"))).isEqualTo("again");
    }
}
