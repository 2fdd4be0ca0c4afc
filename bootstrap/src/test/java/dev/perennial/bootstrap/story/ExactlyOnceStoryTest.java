package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.MessageLite;
import io.grpc.StatusRuntimeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many tell the same thing at once, it happens once. */
class ExactlyOnceStoryTest {

    private static final int CALLERS = 64;

    private final Shop shop =
            Platform.newShop().runs(aProgram(aRule("base").perEuro(1))).enrols("alice");

    @Test
    void oneActivityToldByManyAtOnceHappensOnce() {
        Fact purchase = shop.buys("alice", "o1", euros(50)).on(day(0));
        onceOnly(Together.callers(CALLERS, caller -> purchase.reply()));
        assertThat(Rows.events(shop, "alice"))
                .containsExactly("enrolled", "PURCHASE recorded", "EARN 50 ISSUED→AVAILABLE lot 1 @day 0");
        assertThat(shop.points("alice")).isEqualTo(new Points(50, 0, 0));
    }

    @Test
    void oneCorrectionAskedForByManyAtOnceHappensOnce() {
        onceOnly(Together.callers(
                CALLERS, caller -> Reply.of(shop.ledger, stub -> stub.adjustUnits(shop.adjustment("alice", 7, "a1")))));
        assertThat(Rows.events(shop, "alice")).containsExactly("enrolled", "ADJUST 7 ADJUSTED→AVAILABLE lot 1 @day 0");
        assertThat(shop.points("alice")).isEqualTo(new Points(7, 0, 0));
    }

    @Test
    void ofManyDifferentRequestsUnderOneKeyOneHappens() {
        List<String> outcomes = Together.callers(
                CALLERS,
                caller -> outcome(shop.buys("alice", "o1", euros(1 + caller)).on(day(0))));
        assertThat(outcomes).filteredOn("recorded"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION KEY_REUSED"::equals)
                .hasSize(CALLERS - 1);
        assertThat(Rows.events(shop, "alice")).hasSize(3);
    }

    @Test
    void ofManyWhoTellOfOneOrderUnderDifferentKeysOneIsBelieved() {
        List<String> outcomes = Together.callers(
                CALLERS,
                caller -> outcome(
                        shop.buys("alice", "o1", euros(50)).as("key-" + caller).on(day(0))));
        assertThat(outcomes).filteredOn("recorded"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION ORDER_ALREADY_RECORDED"::equals)
                .hasSize(CALLERS - 1);
        assertThat(shop.points("alice")).isEqualTo(new Points(50, 0, 0));
        assertThat(Rows.count(shop, "activity")).isOne();
    }

    private static String outcome(Fact fact) {
        try {
            fact.told();
            return "recorded";
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }

    private static void onceOnly(List<? extends Reply<? extends MessageLite>> replies) {
        assertThat(replies).filteredOn(reply -> !reply.replayed()).hasSize(1);
        assertThat(replies.stream().map(Reply::bytes).distinct()).hasSize(1);
    }
}
