package dev.perennial.bootstrap.command.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is refused before the database is opened. */
class TenantCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--at=2026-01-05T09:00:00Z, --sandbox",
        "--sandbox --at=yesterday, yesterday",
        "--sandbox --at=2026-01-05, 2026-01-05",
        "--sandbox --at=1969-12-31T23:59:59Z, 1970",
        "--sandbox --at=+10000-01-01T00:00:00Z, 9999",
    })
    void aSandboxBeginsAtAMomentThatThereIs(String options, String told) {
        StringWriter errors = new StringWriter();
        CommandLine line = new CommandLine(new TenantCommand())
                .setErr(new PrintWriter(errors))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    errors.append(failure.getMessage());
                    return 1;
                });

        int status = line.execute(("add shop --data=no-such-folder " + options).split(" "));

        assertThat(status).isNotZero();
        assertThat(errors.toString()).contains(told).doesNotContain("no-such-folder");
    }
}
