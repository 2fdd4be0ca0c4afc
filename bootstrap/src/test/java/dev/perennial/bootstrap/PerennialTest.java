package dev.perennial.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PerennialTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_command_it_says_which_there_are() {
        assertThat(perennial()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: perennial").contains("serve", "demo", "audit");
    }

    @Test
    void help_needs_no_dashes() {
        assertThat(perennial("help")).isZero();
        assertThat(out.toString()).startsWith("Usage: perennial");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --port -1",
                "serve --port 65536",
                "serve --management-port x",
                "demo --port 99999",
                "member m --rows 0",
                "report cohorts --server localhost:99999"
            })
    void what_is_out_of_range_is_refused_in_one_line_before_anything_starts(String line) {
        assertThat(perennial(line.split(" "))).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("perennial: Invalid value for option");
    }

    @Test
    void an_audit_makes_no_database_where_there_is_none(@TempDir Path folder) throws IOException {
        assertThat(perennial("audit", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("there is no database in " + folder);
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made).isEmpty();
        }
    }

    private int perennial(String... arguments) {
        CommandLine line = Perennial.commandLine();
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
