package dev.perennial.bootstrap.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderKeyTest {

    @Test
    void the_same_order_id_of_two_members_makes_two_keys() {
        assertThat(new OrderKey("c1", "co1").externalId()).isEqualTo("c1/co1");
        assertThat(new OrderKey("c2", "co1").externalId()).isEqualTo("c2/co1");
    }

    @Test
    void no_two_orders_have_the_same_key_whatever_is_in_their_ids() {
        Stream<OrderKey> keys = Stream.of(
                new OrderKey("a/b", "c"),
                new OrderKey("a", "b/c"),
                new OrderKey("a%2Fb", "c"),
                new OrderKey("a%252Fb", "c"),
                new OrderKey("a", "b%2Fc"),
                new OrderKey("m".repeat(128), "o".repeat(128)),
                new OrderKey("m".repeat(128), "o".repeat(127)));

        assertThat(keys.map(OrderKey::externalId))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(128).matches("[ -~]+"));
    }
}
