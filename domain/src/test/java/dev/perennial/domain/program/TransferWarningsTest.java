package dev.perennial.domain.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of transfers that nobody can make. */
class TransferWarningsTest {

    @Test
    void a_limit_below_the_minimum_lets_nobody_send_anything() {
        assertThat(warnings(new SendingLimit(Period.DAY, 9, 0)))
                .containsExactly(new Problem(
                        "transfers[0].sending_limits[0].units",
                        "is less than the minimum of 10; nobody can send anything"));
        assertThat(warnings(new SendingLimit(Period.DAY, 10, 0), new SendingLimit(Period.YEAR, 0, 1)))
                .isEmpty();
    }

    private static List<Problem> warnings(SendingLimit... limits) {
        ProgramDocument document = TransferTables.sending(limits).written();
        return ProgramWarnings.of(List.of(), document, Instant.EPOCH).stream()
                .filter(problem -> problem.field().startsWith("transfers"))
                .toList();
    }
}
