package dev.perennial.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Run by Maven after packaging: what the jar says as a process of its own. */
class PackagedTest {

    @Test
    void it_knows_its_version() throws Exception {
        assertThat(perennial("--version")).isEqualTo("perennial " + System.getProperty("perennial.version"));
    }

    private static String perennial(String argument) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-jar", System.getProperty("perennial.jar"), argument)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }
}
