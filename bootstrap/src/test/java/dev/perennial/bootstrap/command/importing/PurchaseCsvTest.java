package dev.perennial.bootstrap.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.bootstrap.command.client.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseCsvTest {

    private static final String HEADER = "member_id,order_id,occurred_at,currency,amount,sku,name,quantity\n";

    @TempDir
    Path folder;

    @Test
    void fields_may_be_quoted_with_quotes_commas_and_line_breaks_in_them() throws Exception {
        assertThat(rows(HEADER + "m,o,t,EUR,1,s,\"a \"\"big\"\", red\nbag\",1\nm2,o2,t,EUR,1,s,n,1"))
                .containsExactly(
                        new CsvRow(2, List.of("m", "o", "t", "EUR", "1", "s", "a \"big\", red\nbag", "1"), null),
                        new CsvRow(4, List.of("m2", "o2", "t", "EUR", "1", "s", "n", "1"), null));
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() throws Exception {
        assertThat(rows("\uFEFF" + HEADER.replace("\n", "\r\n") + "m,o,t,EUR,1,s,n,1\r\n"))
                .singleElement()
                .extracting(CsvRow::broken)
                .isNull();
    }

    @Test
    void a_row_with_other_than_eight_fields_is_broken_and_the_next_after_a_blank_line_is_not() throws Exception {
        List<CsvRow> rows = rows(HEADER + "m,o,t\n\nm,o,t,EUR,1,s,n,1\nm,o,t,EUR,1,s,n,1,extra\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 4L, 5L);
        assertThat(rows.get(0).broken()).isEqualTo("it has 3 fields instead of 8");
        assertThat(rows.get(0).key()).isEqualTo(new OrderKey("m", "o"));
        assertThat(rows.get(1).broken()).isNull();
        assertThat(rows.get(2).broken()).isEqualTo("it has 9 fields instead of 8");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_only() throws Exception {
        List<CsvRow> rows = rows(HEADER + "m1,o1,t,EUR,1,s,\"open,1\nm2,o2,t,EUR,1,s,n,1\nm3,o3,t,EUR,1,s,n,1\n");

        assertThat(rows).extracting(row -> row.key().memberId()).containsExactly("m1", "m2", "m3");
        assertThat(rows.get(0).broken()).contains("closing quote");
        assertThat(rows.get(1).broken()).isNull();
        assertThat(rows.get(2).broken()).isNull();
    }

    @Test
    void text_behind_a_closing_quote_costs_its_own_row_only() throws Exception {
        List<CsvRow> rows = rows(HEADER + "m1,o1,t,EUR,1,s,\"big\" bag,1\nm2,o2,t,EUR,1,s,\"n\",1\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L);
        assertThat(rows.get(0).broken()).startsWith("it is no CSV");
        assertThat(rows.get(0).key()).isEqualTo(new OrderKey("m1", "o1"));
        assertThat(rows.get(1).broken()).isNull();
    }

    @Test
    void a_quote_that_swallows_a_later_quoted_row_costs_its_own_row_only() throws Exception {
        List<CsvRow> rows =
                rows(HEADER + "m1,o1,t,EUR,1,s,\"open,1\nm2,o2,t,EUR,1,s,n,1\nm3,o3,t,EUR,1,s,\"a, b\",1\n");

        assertThat(rows).extracting(row -> row.broken() == null).containsExactly(false, true, true);
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void another_header_is_refused_before_anything_is_read() {
        assertThatThrownBy(() -> rows("customer,order\n1,2\n"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("its first line must be member_id,order_id,");
        assertThatThrownBy(() -> rows("")).isInstanceOf(CommandFailure.class).hasMessageContaining("first line");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> new PurchaseCsv(folder.resolve("none.csv")).read(row -> {}))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("none.csv");
    }

    private List<CsvRow> rows(String text) throws IOException, InterruptedException {
        Path file = folder.resolve("purchases.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        List<CsvRow> rows = new ArrayList<>();
        new PurchaseCsv(file).read(rows::add);
        return rows;
    }
}
