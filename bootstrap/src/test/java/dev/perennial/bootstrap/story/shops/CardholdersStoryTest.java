package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.MembershipPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever holds the card collects tickets, and nobody else. */
@ExtendWith(BooksBalance.class)
class CardholdersStoryTest {

    private final ExampleShop shop = ExampleShop.running("cardholders").enrols("hans");

    @Test
    void onlyHoldersOfTheCardGetTicketsAndTenAWeekAtMost() {
        assertThat(shop.buys("hans", order("o1").of(1, "bike", 99_00)))
                .as("without a card")
                .containsExactly("2026-01-05T10:00 PURCHASE");
        assertThat(shop.tells("hans", card()))
                .containsExactly(
                        "2026-01-05T10:00 MEMBERSHIP_PAYMENT",
                        "2026-01-05T10:00 EARN 2 ticket ISSUED→AVAILABLE (new-card)",
                        "2026-01-05T10:00 card NONE→ACTIVE");
        assertThat(shop.buys("hans", order("o2").of(1, "helmet", 79_99)))
                .containsExactly(
                        "2026-01-05T10:00 PURCHASE", "2026-01-05T10:00 EARN 7 ticket ISSUED→AVAILABLE (ten-euros)");
        assertThat(shop.at("2026-01-11T23:00").buys("hans", order("o3").of(1, "bike", 999_00)))
                .as("on Sunday three are left of ten")
                .containsExactly(
                        "2026-01-11T23:00 PURCHASE", "2026-01-11T23:00 EARN 3 ticket ISSUED→AVAILABLE (ten-euros)");
        assertThat(shop.at("2026-01-12T09:00").getsBack("hans", "o2", 79_99))
                .as("what comes back leaves its room to the bike")
                .containsExactly(
                        "2026-01-12T09:00 REFUND",
                        "2026-01-12T09:00 CLAWBACK 7 ticket AVAILABLE→ISSUED (ten-euros)",
                        "2026-01-12T09:00 EARN 7 ticket ISSUED→AVAILABLE (ten-euros)");
        assertThat(shop.owns("hans")).isEqualTo("ticket 12");
    }

    @Test
    void ticketsAndTheCardEndWithTheirYear() {
        shop.tells("hans", card());
        assertThat(shop.at("2027-01-10T00:00").happenedTo("hans"))
                .containsExactly(
                        "2027-01-01T00:00 EXPIRE 2 ticket AVAILABLE→EXPIRED (new-card)",
                        "2027-01-05T10:00 card ACTIVE→ENDED");
    }

    private static Activity.Builder card() {
        return Activity.newBuilder()
                .setMembershipPayment(MembershipPayment.newBuilder().setPlan("card"));
    }
}
