package dev.perennial.bootstrap.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {

    @TempDir
    Path folder;

    private final List<Order> orders = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();

    @Test
    void rows_that_follow_each_other_are_one_order() throws Exception {
        read(
                "m1,A,2020-01-01T10:00,EUR,1.00,s1,,1",
                "m1,A,2020-01-01T10:00,EUR,2.00,s2,,1",
                "m1,B,2020-01-02T10:00,EUR,3.00,s1,,1");

        assertThat(orders).extracting(order -> order.key().orderId()).containsExactly("A", "B");
        assertThat(orders.getFirst().amount()).isEqualTo(300);
    }

    @Test
    void an_order_is_passed_on_when_its_last_row_has_come_however_far_it_lies() throws Exception {
        read(
                "m1,A,2020-01-01T10:00,EUR,1.00,s1,,1",
                "m1,B,2020-01-02T10:00,EUR,3.00,s1,,1",
                "m1,A,2020-01-01T10:00,EUR,2.00,s2,,1",
                "m2,C,2020-01-02T10:00,EUR,3.00,s1,,1",
                "m1,A,2020-01-01T10:00,EUR,4.00,s3,,1");

        assertThat(orders).extracting(order -> order.key().orderId()).containsExactly("B", "C", "A");
        assertThat(orders.getLast().rows()).extracting(OrderRow::sku).containsExactly("s1", "s2", "s3");
    }

    @Test
    void two_members_may_have_an_order_of_the_same_id() throws Exception {
        read("m1,A,2020-01-01T10:00,EUR,1.00,s1,,1", "m2,A,2020-01-01T10:00,EUR,2.00,s2,,1");

        assertThat(orders).extracting(order -> order.key().memberId()).containsExactly("m1", "m2");
    }

    @Test
    void an_order_with_a_bad_row_is_reported_with_its_line_and_not_passed_on() throws Exception {
        read(
                "m1,A,2020-01-01T10:00,EUR,1.00,s1,,1",
                "m1,A,2020-01-01T10:00,EUR,oops,s1,,1",
                "m1,A,2020-01-01T10:00,EUR,1.00,s1,,0",
                "m1,B,2020-01-01T10:00,EUR,1.00,s1,,1");

        assertThat(orders).extracting(order -> order.key().orderId()).containsExactly("B");
        assertThat(withheld).containsExactly("A with 3 rows");
        assertThat(complaints)
                .containsExactly(
                        "3: amount \"oops\" is no decimal number such as 12.50, from 0; order A is not sent",
                        "4: quantity \"0\" is no whole number from 1 to 1000000000; order A is not sent");
    }

    @Test
    void a_row_that_belongs_to_nothing_is_reported_and_a_blank_line_is_skipped() throws Exception {
        read("m1,A,2020-01-01T10:00,EUR,1.00,s1,,1", ",,,,,,,", "", "m1,A,2020-01-01T10:00,EUR,1.00,s1,,1", "  ");

        assertThat(complaints).containsExactly("3: it has neither member_id nor order_id");
        assertThat(orders)
                .singleElement()
                .satisfies(order -> assertThat(order.rows()).hasSize(2));
    }

    @Test
    void an_order_without_an_id_is_not_named_by_it() throws Exception {
        read("m1,,2020-01-01T10:00,EUR,1.00,s1,,1");

        assertThat(complaints).singleElement().asString().endsWith("; its order is not sent");
    }

    @Test
    void an_order_has_one_currency() throws Exception {
        read("m1,A,2020-01-01T10:00,EUR,1.00,s1,,1", "m1,A,2020-01-01T10:00,USD,1.00,s1,,1");

        assertThat(orders).isEmpty();
        assertThat(complaints)
                .containsExactly("3: currency USD is not the EUR of the same order on line 2; order A is not sent");
    }

    @Test
    void an_order_becomes_a_fact_with_member_and_order_as_key_at_its_earliest_moment() throws Exception {
        read("m1,A,2020-01-01T10:02,EUR,1.50,s1,bag,2", "m1,A,2020-01-01T10:01,EUR,0.00,s2,gift,1");

        Activity activity = orders.getFirst().activity("import:x", true);
        assertThat(activity.getSource()).isEqualTo("import:x");
        assertThat(activity.getExternalId()).isEqualTo("m1/A");
        assertThat(activity.getMemberId()).isEqualTo("m1");
        assertThat(activity.getHistorical()).isTrue();
        assertThat(activity.getOccurredAt().getSeconds()).isEqualTo(1577872860);
        assertThat(activity.getPurchase().getOrderId()).isEqualTo("A");
        assertThat(activity.getPurchase().getLinesList())
                .containsExactly(
                        OrderLine.newBuilder()
                                .setSku("s1")
                                .setName("bag")
                                .setQuantity(2)
                                .setAmount(150)
                                .build(),
                        OrderLine.newBuilder()
                                .setSku("s2")
                                .setName("gift")
                                .setQuantity(1)
                                .build());
    }

    private void read(String... rows) throws Exception {
        Path file = folder.resolve("purchases.csv");
        Files.writeString(file, String.join(",", CsvRow.HEADER) + "\n" + String.join("\n", rows) + "\n");
        Orders.Sink sink = new Orders.Sink() {
            @Override
            public void order(Order order) {
                orders.add(order);
            }

            @Override
            public void badRow(long line, String reason) {
                complaints.add(line + ": " + reason);
            }

            @Override
            public void withheld(OrderKey key, int rows) {
                withheld.add(key.orderId() + " with " + rows + " rows");
            }
        };
        Orders grouping = new Orders(new RowParser(ZoneOffset.UTC), FileIndex.of(file), sink);
        new PurchaseCsv(file).read(grouping);
        grouping.finish();
    }
}
