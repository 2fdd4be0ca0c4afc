package dev.perennial.bootstrap.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.bootstrap.command.importing.RowParser.BadRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {

    private static final List<String> GOOD =
            List.of("m1", "o1", "2011-06-01T12:30:00", "GBP", "12.50", "85123A", "a \"holder\", white", "6");

    private final RowParser parser = new RowParser(ZoneId.of("Europe/London"));

    @Test
    void a_row_becomes_an_order_line_in_the_smallest_unit_of_its_currency() throws BadRow {
        assertThat(parser.parse(new CsvRow(7, GOOD, null)))
                .isEqualTo(new OrderRow(
                        7, Instant.parse("2011-06-01T11:30:00Z"), "GBP", 1250, "85123A", "a \"holder\", white", 6));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-06-01T12:30:00,       2011-06-01T11:30:00Z",
        "2011-06-01 12:30:00,       2011-06-01T11:30:00Z",
        "2011-06-01T12:30,          2011-06-01T11:30:00Z",
        "2011-01-01T12:30:00,       2011-01-01T12:30:00Z",
        "2011-06-01T12:30:00Z,      2011-06-01T12:30:00Z",
        "2011-06-01T12:30:00+02:00, 2011-06-01T10:30:00Z",
        "2011-06-01T12:30:00.250,   2011-06-01T11:30:00.250Z",
        // The clocks went forward at 01:00: half past one was an hour later.
        "2011-03-27T01:30:00,       2011-03-27T01:30:00Z",
        // They went back at 02:00: half past one came twice.
        "2011-10-30T01:30:00,       2011-10-30T00:30:00Z"
    })
    void moments_without_an_offset_are_local(String text, Instant moment) throws BadRow {
        assertThat(parser.parse(with(2, text)).occurredAt()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1250, 1250", "USD, 12.5, 1250", "USD, 12.500, 1250", "USD, 0, 0", "BHD, 1.234, 1234"})
    void amounts_are_counted_in_the_currencys_smallest_unit(String currency, String amount, long minor) throws BadRow {
        List<String> fields = new ArrayList<>(GOOD);
        fields.set(3, currency);
        fields.set(4, amount);
        assertThat(parser.parse(new CsvRow(1, fields, null)).amount()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '',                    member_id",
        "0, mü,                    member_id",
        "1, '',                    order_id",
        "2, yesterday,             occurred_at",
        "2, 2011-02-30T10:00:00,   occurred_at",
        "2, 2011-06-01,            occurred_at",
        "3, gbp,                   currency",
        "3, XYZ,                   currency",
        "4, 12.505,                more decimals",
        "4, -1.00,                 amount",
        "4, '12,50',               amount",
        "4, 1e3,                   amount",
        "4, NaN,                   amount",
        "4, '',                    amount",
        "4, 9999999999999999,      too large",
        "6, 'a\u0007b',            control characters",
        "6, 'a\uFFFDb',            not UTF-8",
        "7, 0,                     quantity",
        "7, -3,                    quantity",
        "7, 1.5,                   quantity",
        "7, 1000000001,            quantity",
        "7, 99999999999999999999,  quantity"
    })
    void what_is_wrong_is_named(int field, String value, String says) {
        assertThatThrownBy(() -> parser.parse(with(field, value)))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining(says);
    }

    private static CsvRow with(int field, String value) {
        List<String> fields = new ArrayList<>(GOOD);
        fields.set(field, value);
        return new CsvRow(1, fields, null);
    }
}
