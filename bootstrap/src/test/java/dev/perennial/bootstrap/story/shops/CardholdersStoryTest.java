package dev.perennial.bootstrap.story.shops;

import static dev.perennial.bootstrap.story.shops.Order.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Reply;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.MembershipPayment;
import dev.perennial.contract.loyalty.v1.Raffle;
import dev.perennial.contract.loyalty.v1.TicketRange;
import dev.perennial.contract.loyalty.v1.Winner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever holds the card collects tickets, and nobody else; one of them wins. */
@ExtendWith(BooksBalance.class)
class CardholdersStoryTest {

    private static final String LOTTERY = "7, 13, 21, 28, 34, 45";

    private final ExampleShop shop = ExampleShop.running("cardholders").enrols("hans");
    private final Draws draws = new Draws(shop, "christmas");

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

    @Test
    void theDrawIsAmongThoseWhoHeldTicketsWhenItClosed() {
        shop.enrols("greta").enrols("nils");
        shop.tells("hans", card());
        shop.tells("greta", card());
        shop.at("2026-12-01T10:00").buys("hans", order("o1").of(1, "helmet", 50_00));
        shop.buys("nils", order("o1").of(1, "helmet", 50_00));
        shop.buys("greta", order("o1").of(1, "helmet", 30_00));
        shop.getsBack("greta", "o1", 30_00);
        assertThat(shop.owns("hans")).isEqualTo("ticket 7"); // 2 with the card and 5 for 50.00
        assertThat(shop.owns("greta")).isEqualTo("ticket 2");
        assertThat(shop.owns("nils")).as("without a card").isEqualTo("nothing");

        shop.at("2026-12-15T11:59");
        assertThat(Reply.refusalOf(draws::close)).isEqualTo("FAILED_PRECONDITION RAFFLE_OPEN");
        shop.at("2026-12-15T18:00").buys("greta", order("o2").of(1, "bike", 999_00));
        Raffle closed = draws.close();
        assertThat(closed.getMemberCount()).isEqualTo(2);
        assertThat(closed.getTicketCount())
                .as("7 of Hans and 2 of Greta at noon")
                .isEqualTo(9);
        assertThat(draws.ticketsOf("hans").getCount()).isEqualTo(7);
        assertThat(Reply.refusalOf(() -> draws.ticketsOf("nils"))).isEqualTo("NOT_FOUND TICKETS_NOT_FOUND");

        shop.happenedTo("hans");
        shop.happenedTo("greta");
        Winner winner = draws.draw(LOTTERY).getWinners(0);
        assertThat(shop.happenedTo(winner.getMemberId())).containsExactly("2026-12-15T18:00 won christmas, place 1");
        assertThat(shop.happenedTo(winner.getMemberId().equals("hans") ? "greta" : "hans"))
                .isEmpty();
    }

    @Test
    void aTicketOfAnOrderThatGoesBackDoesNotWin() {
        shop.enrols("greta");
        shop.tells("hans", card());
        shop.tells("greta", card());
        shop.at("2026-12-01T10:00").buys("hans", order("o1").of(1, "helmet", 50_00));
        shop.at("2026-12-15T12:00");
        draws.close();
        Winner drawn = draws.draw(LOTTERY).getWinners(0);

        // His seven tickets are two of the card and then, with the highest numbers, five of the helmet.
        TicketRange tickets = draws.ticketsOf("hans");
        boolean helmetWon = drawn.getMemberId().equals("hans") && drawn.getTicket() >= tickets.getFirst() + 2;
        shop.at("2026-12-20T10:00").getsBack("hans", "o1", 50_00);
        assertThat(draws.get().getWinners(0).getMemberId()).isEqualTo(helmetWon ? "greta" : drawn.getMemberId());
        assertThat(draws.get().getDisqualifiedCount()).isEqualTo(helmetWon ? 1 : 0);
    }

    private static Activity.Builder card() {
        return Activity.newBuilder()
                .setMembershipPayment(MembershipPayment.newBuilder().setPlan("card"));
    }
}
