package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static dev.perennial.bootstrap.story.Guests.claim;
import static dev.perennial.bootstrap.story.Guests.email;
import static dev.perennial.bootstrap.story.Guests.phone;
import static dev.perennial.bootstrap.story.Guests.purchase;
import static dev.perennial.bootstrap.story.Guests.refund;
import static dev.perennial.bootstrap.story.Reply.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.perennial.application.activity.GuestActivities;
import dev.perennial.contract.loyalty.v1.ClaimGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.DeleteGuestOrdersResponse;
import dev.perennial.contract.loyalty.v1.WaitingGuestOrder;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of guests counts once, for one member, and is gone when its time is over. */
class GuestOnceStoryTest {

    private static final AProgram PROGRAM = aProgram(
                    aRule("base").perEuro(1).expiringAfter(30),
                    aRule("welcome").fixed(50).when("member.is_first_purchase"))
            .withLevelsAndAClub();
    private static final String ADA = "ada@shop.example";
    private static final String NOTHING = "NOT_FOUND GUEST_ORDER_NOT_FOUND";

    private final Shop shop = Platform.newShop().runs(PROGRAM);
    private final Guests guests = new Guests(shop);

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void repetitionsGetTheFirstReplyBeforeAndAfter() {
        shop.enrols("ada");
        var request = purchase("g1", euros(100), day(0)).addIdentifiers(email(ADA));
        var waiting = refund("g1", "r1", euros(10), day(0));
        var first = guests.reply(request);
        var firstRefund = guests.reply(waiting);
        assertThat(guests.reply(request)).isEqualTo(new Reply<>(first.message(), true));
        var asked = claim("ada", email(ADA), "c1").build();
        var claimed = Reply.of(guests.stub, stub -> stub.claimGuestOrders(asked));

        assertThat(guests.reply(request)).isEqualTo(new Reply<>(first.message(), true));
        assertThat(guests.reply(waiting)).isEqualTo(new Reply<>(firstRefund.message(), true));
        assertThat(Reply.of(guests.stub, stub -> stub.claimGuestOrders(asked)))
                .isEqualTo(new Reply<>(claimed.message(), true));
        assertThat(shop.points("ada").available()).isEqualTo(140);
        assertThat(refusalOf(
                        () -> guests.tells(purchase("g1", euros(99), day(0)).addIdentifiers(email(ADA)))))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(refusalOf(() -> shop.buys("ada", "g1", euros(100)).on(day(0)).told()))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c2"))).isEqualTo(NOTHING);
        assertThat(refusalOf(() -> guests.claims("ada", "eve@shop.example", "c1")))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
    }

    @Test
    void anOrderIsToldOnce() {
        guests.buys(ADA, "g1", euros(100), day(0));
        var again = purchase("g1", euros(100), day(0)).addIdentifiers(email(ADA));
        again.getActivityBuilder().setExternalId("another key");

        assertThat(refusalOf(() -> guests.tells(again))).isEqualTo("FAILED_PRECONDITION ORDER_ALREADY_RECORDED");
        shop.enrols("ada");
        guests.claims("ada", ADA, "c1");
        assertThat(refusalOf(() -> guests.tells(again))).isEqualTo("FAILED_PRECONDITION ORDER_ALREADY_RECORDED");
        assertThat(shop.points("ada").available()).isEqualTo(150);
    }

    @Test
    void oneOfManyWhoClaimAtOnceGetsAnOrder() {
        shop.enrols("ada").enrols("eve");
        for (int i = 0; i < 5; i++) {
            guests.buys(ADA, "g" + i, euros(10), day(0));
        }

        List<String> outcomes = Together.callers(16, caller -> outcome(caller % 2 == 0 ? "ada" : "eve", "c" + caller));

        assertThat(outcomes).filteredOn(outcome -> outcome.equals("5 orders")).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome.equals(NOTHING)).hasSize(15);
        assertThat(shop.points("ada").available() + shop.points("eve").available())
                .isEqualTo(100);
    }

    @Test
    void refundsThatAreToldWhileItIsClaimedAreNeverLost() {
        shop.enrols("ada");
        guests.buys(ADA, "g1", euros(100), day(0));

        Together.callers(
                12,
                caller -> caller == 5 ? outcome("ada", "c1") : guests.returns("g1", "r" + caller, euros(5), day(0)));

        assertThat(shop.points("ada").available()).isEqualTo(100 - 11 * 5 + 50);
    }

    @Test
    void nobodyClaimsAnOrderWhoseTimeIsOverAndNothingOfItStays() {
        shop.enrols("ada");
        var request =
                purchase("g1", euros(100), day(0)).addIdentifiers(email(ADA)).setClaimableDays(10);
        var first = guests.reply(request);
        guests.returns("g1", "part-of-it-came-back", euros(10), day(1));
        assertThat(Rows.holding(shop, "part-of-it-came-back")).isNotEmpty();
        assertThat(first.message().getWaiting())
                .isEqualTo(WaitingGuestOrder.newBuilder()
                        .setOrderId("g1")
                        .setClaimableUntil(Timestamps.fromMillis(day(10).toEpochMilli()))
                        .setPurchased(true)
                        .build());
        Platform.reach(day(10));
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c1"))).isEqualTo(NOTHING);

        GuestActivities sweeper = Platform.SERVER.part(GuestActivities.class);
        while (sweeper.deleteOver(Platform.CLOCK.instant())) {
            // until nothing is over any more
        }

        assertThat(Rows.count(shop, "guest_order")).isZero();
        assertThat(Rows.holding(shop, "part-of-it-came-back")).isEmpty();
        assertThat(guests.reply(request)).isEqualTo(new Reply<>(first.message(), true));
        // The id is free for another order.
        var anew = purchase("g1", euros(30), day(10)).addIdentifiers(email(ADA));
        anew.getActivityBuilder().setExternalId("anew");
        guests.tells(anew);
        guests.claims("ada", ADA, "c1");
        assertThat(shop.points("ada").available()).isEqualTo(80);
    }

    @Test
    void theAddressIsKeptNowhere() {
        shop.enrols("ada");
        guests.tells(
                purchase("g1", euros(10), day(0)).addIdentifiers(email(ADA)).addIdentifiers(phone("+49 30 1234567")));
        assertThat(Rows.holding(shop, "ada@shop")).isEmpty();
        assertThat(Rows.holding(shop, "1234567")).isEmpty();

        ClaimGuestOrdersResponse claimed = guests.stub.claimGuestOrders(
                claim("ada", phone("+4930/1234567"), "c1").build());

        assertThat(Guests.orders(claimed)).containsExactly("g1");
        assertThat(Rows.holding(shop, "ada@shop")).isEmpty();
        assertThat(Rows.holding(shop, "1234567")).isEmpty();
    }

    @Test
    void aGuestWhoAsksForItIsForgotten() {
        shop.enrols("ada");
        guests.buys(ADA, "claimed-order", euros(10), day(0));
        guests.claims("ada", ADA, "c1");
        var request = purchase("waiting-order", euros(20), day(0)).addIdentifiers(email(ADA));
        var first = guests.reply(request);
        guests.returns("waiting-order", "returned-in-part", euros(5), day(0));
        guests.buys("eve@shop.example", "order-of-eve", euros(40), day(0));

        assertThat(guests.deletes("ADA@shop.example").getOrders()).isEqualTo(1);
        assertThat(guests.deletes(ADA)).isEqualTo(DeleteGuestOrdersResponse.getDefaultInstance());

        assertThat(Rows.holding(shop, "returned-in-part")).isEmpty();
        assertThat(guests.reply(request)).isEqualTo(new Reply<>(first.message(), true));
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c2"))).isEqualTo(NOTHING);
        guests.returns("claimed-order", "r2", euros(10), day(0));
        assertThat(shop.points("ada").available()).isZero();
        assertThat(Guests.orders(guests.claims("ada", "eve@shop.example", "c2")))
                .containsExactly("order-of-eve");
    }

    @Test
    void anOrderThatWasToldOfTheMemberTooCountsOnce() {
        shop.enrols("ada");
        guests.buys(ADA, "o1", euros(100), day(0));
        guests.returns("o1", "r1", euros(30), day(0));
        shop.buys("ada", "o1", euros(100)).as("the member's").on(day(0)).told();
        assertThat(shop.points("ada").available()).isEqualTo(150);

        ClaimGuestOrdersResponse claimed = guests.claims("ada", ADA, "c1");

        assertThat(claimed.getOrders(0).getRecordedBefore()).isTrue();
        assertThat(claimed.getOrders(0).getActivityNumbersList()).containsExactly(2L);
        assertThat(shop.points("ada").available()).isEqualTo(120);
        guests.returns("o1", "r2", euros(70), day(1));
        assertThat(shop.points("ada").available()).isZero();
    }

    @Test
    void whatIsRefundedOnBothSidesIsRefundedOnce() {
        shop.enrols("ada");
        guests.buys(ADA, "o1", euros(100), day(0));
        guests.returns("o1", "r1", euros(30), day(0));
        shop.buys("ada", "o1", euros(100)).as("the member's").on(day(0)).told();
        shop.refunds("ada", "o1", "the member's refund", euros(30)).on(day(0)).told();

        ClaimGuestOrdersResponse claimed = guests.claims("ada", ADA, "c1");

        assertThat(claimed.getOrders(0).getActivityNumbersList()).isEmpty();
        assertThat(shop.points("ada").available()).isEqualTo(70 + 50);
    }

    @Test
    void anotherOrderThatOnlyHasTheSameNumberIsNotClaimed() {
        shop.enrols("ada");
        shop.buys("ada", "1001", euros(8)).as("at the till").on(day(0)).told();
        guests.buys(ADA, "1001", euros(400), day(0));
        assertThat(refusalOf(() -> guests.claims("ada", ADA, "c1")))
                .isEqualTo("FAILED_PRECONDITION ORDER_ALREADY_RECORDED");
        guests.buys(ADA, "1002", euros(10), day(0));

        assertThat(Guests.orders(guests.claims("ada", ADA, "c2"))).containsExactly("1002");

        assertThat(shop.points("ada").available()).isEqualTo(8 + 10 + 50);
        shop.enrols("eve");
        assertThat(Guests.orders(guests.claims("eve", ADA, "c3"))).containsExactly("1001");
    }

    @Test
    void refundsOfLongAgoWaitForTheirPurchase() {
        Platform.reach(day(500));
        shop.enrols("ada");
        guests.returns("g1", "r1", euros(30), day(10));
        guests.returns("g1", "r2", euros(20), day(11));
        var purchase = purchase("g1", euros(100), day(9)).addIdentifiers(email(ADA));
        assertThat(refusalOf(() -> guests.tells(purchase))).isEqualTo("INVALID_ARGUMENT INVALID_REQUEST");

        guests.tells(purchase.setClaimableDays(1_095));
        ClaimGuestOrdersResponse claimed = guests.claims("ada", ADA, "c1");

        assertThat(claimed.getOrders(0).getActivityNumbersList()).hasSize(3);
    }

    private String outcome(String member, String request) {
        try {
            return guests.claims(member, ADA, request).getOrdersCount() + " orders";
        } catch (StatusRuntimeException refused) {
            return refusalOf(() -> {
                throw refused;
            });
        }
    }
}
