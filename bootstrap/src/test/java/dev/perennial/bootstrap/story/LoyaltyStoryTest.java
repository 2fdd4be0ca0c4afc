package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.Consequences;
import dev.perennial.contract.activity.v1.Note;
import dev.perennial.contract.activity.v1.RecordActivityResponse;
import dev.perennial.contract.program.v1.Period;
import org.junit.jupiter.api.Test;

/** The life of some points: told over gRPC, due on the clock, and read back from the outbox. */
class LoyaltyStoryTest {

    private final Shop shop = Platform.newShop()
            .runs(aProgram(
                    aRule("base").perEuro(1).pendingFor(14).expiringAfter(100).cappedAt(100, Period.PERIOD_MONTH)))
            .enrols("alice");

    @Test
    void pointsArePendingThenActiveDecidedAgainTakenBackOwedRepaidAndRunOut() {
        assertThat(Rows.events(shop, "alice")).containsExactly("enrolled");

        // Day 1: the points of an order can be used after two weeks.
        Consequences first = shop.buys("alice", "o1", euros(80)).at(day(1));
        assertThat(Words.of(first.getEntriesList())).containsExactly("EARN 80 ISSUED→PENDING lot 1 @day 1");
        assertThat(Rows.eventsAfter(1, shop, "alice"))
                .containsExactly("PURCHASE recorded", "EARN 80 ISSUED→PENDING lot 1 @day 1");
        assertThat(first.getMemberSeq()).isEqualTo(3);
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 80, 0));

        // Day 15: they activate by themselves.
        Platform.advanceTo(day(15));
        assertThat(Rows.eventsAfter(3, shop, "alice")).containsExactly("ACTIVATE 80 PENDING→AVAILABLE lot 1 @day 15");
        assertThat(shop.points("alice")).isEqualTo(new Points(80, 0, 0));

        // Day 16: an order of day 0 becomes known. January's cap of 100 now leaves 70 for o1.
        Platform.reach(day(16));
        Consequences late = shop.buys("alice", "o0", euros(30)).at(day(0));
        assertThat(late.getNotesList()).containsExactly(Note.NOTE_DECIDED_AGAIN);
        assertThat(Rows.eventsAfter(4, shop, "alice"))
                .containsExactly(
                        "PURCHASE recorded",
                        "CLAWBACK 10 AVAILABLE→ISSUED lot 1 @day 16",
                        "EARN 30 ISSUED→AVAILABLE lot 2 @day 16");
        assertThat(shop.points("alice")).isEqualTo(new Points(100, 0, 0));

        // Day 17: a part of o1 goes back. What is left of it is worth 60.
        shop.refunds("alice", "o1", "r1", euros(20)).at(day(17));
        assertThat(Rows.eventsAfter(7, shop, "alice"))
                .containsExactly("REFUND recorded", "CLAWBACK 10 AVAILABLE→ISSUED lot 1 @day 17");

        // Day 18: 50 are taken by hand, of the lot of o0 first because it runs out first.
        Platform.reach(day(18));
        shop.adjusts("alice", -50, "a1");
        assertThat(Rows.eventsAfter(9, shop, "alice"))
                .containsExactly(
                        "ADJUST 30 AVAILABLE→ADJUSTED lot 2 @day 18", "ADJUST 20 AVAILABLE→ADJUSTED lot 1 @day 18");
        assertThat(shop.points("alice")).isEqualTo(new Points(40, 0, 0));

        // Day 19: the rest of o1 goes back. Some of its points were taken: they are owed.
        shop.refunds("alice", "o1", "r2", euros(60)).at(day(19));
        assertThat(Rows.eventsAfter(11, shop, "alice"))
                .containsExactly(
                        "REFUND recorded",
                        "CLAWBACK 40 AVAILABLE→ISSUED lot 1 @day 19",
                        "CLAWBACK 20 DEBT→ISSUED @day 19");
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 20));

        // Day 20: new points are pending and pay the debt when they activate.
        shop.buys("alice", "o2", euros(50)).at(day(20));
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 50, 20));
        Platform.advanceTo(day(34));
        assertThat(Rows.eventsAfter(14, shop, "alice"))
                .containsExactly(
                        "PURCHASE recorded",
                        "EARN 50 ISSUED→PENDING lot 3 @day 20",
                        "ACTIVATE 50 PENDING→AVAILABLE lot 3 @day 34",
                        "REPAY_DEBT 20 AVAILABLE→DEBT lot 3 @day 34");
        assertThat(shop.points("alice")).isEqualTo(new Points(30, 0, 0));

        // A year later they have run out, and have done so on their day.
        Platform.advanceTo(day(400));
        assertThat(Rows.eventsAfter(18, shop, "alice")).containsExactly("EXPIRE 30 AVAILABLE→EXPIRED lot 3 @day 120");
        assertThat(shop.points("alice")).isEqualTo(Points.NONE);
    }

    @Test
    void aRefundThatComesFirstWaitsForItsPurchase() {
        Consequences early = shop.refunds("alice", "o1", "r1", euros(30)).at(day(1));
        assertThat(early.getNotesList()).containsExactly(Note.NOTE_WAITS_FOR_PURCHASE);
        shop.buys("alice", "o1", euros(80)).at(day(2));
        assertThat(Rows.eventsAfter(1, shop, "alice"))
                .containsExactly("REFUND recorded", "PURCHASE recorded", "EARN 50 ISSUED→PENDING lot 1 @day 2");
    }

    @Test
    void simulatingSaysWhatRecordingDoesAndWritesNothing() {
        Fact purchase = shop.buys("alice", "o1", euros(80)).on(day(0));
        long rows = Rows.count(shop, "outbox");
        Consequences simulated = purchase.simulated();
        assertThat(Rows.count(shop, "outbox")).isEqualTo(rows);
        assertThat(shop.points("alice")).isEqualTo(Points.NONE);
        Consequences recorded = purchase.told();
        // The simulation names the events that it saw, the record those that are there with its own.
        assertThat(simulated.getMemberSeq()).isEqualTo(1);
        assertThat(simulated.toBuilder().setMemberSeq(recorded.getMemberSeq()).build())
                .isEqualTo(recorded);
    }

    @Test
    void aRepetitionGetsTheFirstReplyByteForByteHoweverMuchHappenedSince() {
        Fact purchase = shop.buys("alice", "o1", euros(80)).on(day(0));
        Reply<RecordActivityResponse> first = purchase.reply();
        Platform.advanceTo(day(200));
        Reply<RecordActivityResponse> again = purchase.reply();
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void anotherActivityUnderTheSameKeyIsRefused() {
        shop.buys("alice", "o1", euros(80)).at(day(0));
        assertThat(Reply.refusalOf(() -> shop.buys("alice", "o1", euros(81)).at(day(0))))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(Rows.events(shop, "alice")).hasSize(3);
    }
}
