package dev.perennial.bootstrap.command.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter shown = new StringWriter();
    private long nanos;

    @Test
    void no_time_left_is_guessed_before_there_is_a_rate() {
        Progress progress = progress(400_000);

        after(Duration.ofSeconds(6));
        progress.add(20);
        after(Duration.ofSeconds(5));
        progress.add(2_000);

        assertThat(shown.toString().lines())
                .containsExactly("20 of 400,000 lines (0 %)", "2,020 of 400,000 lines (0 %) · 400/s · 16:35 left");
    }

    @Test
    void hours_are_called_hours() {
        Progress progress = progress(4_000_000);

        progress.add(1);
        after(Duration.ofSeconds(5));
        progress.add(1_000);

        assertThat(shown.toString()).contains("5 h 33 min left");
    }

    private Progress progress(long total) {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(shown), false, false);
        return new Progress(terminal, "lines", total, () -> nanos);
    }

    private void after(Duration time) {
        nanos += time.toNanos();
    }
}
