package dev.perennial.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class PortFailureTest {

    private static final ServerOptions OPTIONS = new ServerOptions(9090, 9091, Path.of("data"), true);

    @Test
    void a_port_in_use_is_named_with_the_option_that_chooses_another() {
        IOException nativeFailure = new IOException(
                "Failed to bind to address localhost/127.0.0.1:9090",
                new IOException("bind(..) failed with error(-98): Address already in use"));

        assertThat(translated(nativeFailure)).startsWith("port 9090 is in use").endsWith("--port");
        assertThat(translated(new BindException("Address already in use"))).startsWith("port 9090 is in use");
        assertThat(translated(new PortInUseException(9091)))
                .startsWith("port 9091 is in use")
                .endsWith("--management-port");
    }

    @Test
    void a_port_that_is_not_allowed_is_named_with_the_reason() {
        assertThat(translated(new BindException("Permission denied")))
                .isEqualTo("port 9090 cannot be opened: Permission denied");
    }

    @Test
    void what_has_nothing_to_do_with_ports_stays_what_it_is() {
        RuntimeException other = new IllegalStateException("broken", new IOException("no space"));

        assertThat(PortFailure.translated(other, OPTIONS)).isSameAs(other);
    }

    private static String translated(Exception cause) {
        RuntimeException failure = new IllegalStateException("no start", new IllegalStateException("no bean", cause));
        return PortFailure.translated(failure, OPTIONS).getMessage();
    }
}
