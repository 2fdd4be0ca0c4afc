package dev.perennial.bootstrap.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ServerAddressTest {

    private final ServerAddress.Converter converter = new ServerAddress.Converter();

    @ParameterizedTest
    @CsvSource({"localhost:8000,localhost:8000", "shop.example,shop.example:9090", "[::1]:8000,[::1]:8000"})
    void an_address_is_a_host_with_or_without_a_port(String text, String address) {
        assertThat(converter.convert(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":9090", "localhost:0", "localhost:99999", "localhost:x", "a:b:c", "http://localhost:9090"})
    void what_is_none_is_refused_when_it_is_read(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not HOST:PORT with a port from 1 to 65535");
    }
}
