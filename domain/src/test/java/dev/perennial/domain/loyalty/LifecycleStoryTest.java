package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.FIRST_PURCHASE;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Consequences.Note;
import dev.perennial.domain.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of some points, on a clock that the story moves, with the exact events that follow from each step. */
class LifecycleStoryTest {

    private final World world = World.under(aProgram(
                    aRule("base").perEuro(1).pendingFor(14).expiringAfter(100),
                    aRule("welcome").fixed(50).when(FIRST_PURCHASE).expiringAfter(100))
            .alone());

    @Test
    void pointsAreEarnedActivatedMovedTakenBackOwedRepaidAndRunOut() {
        // Day 1: the first order. The welcome bonus can be used at once, the points of the order after two weeks.
        Consequences first = world.record(aPurchase("o1").of(euros(80)).on(day(1)));
        assertThat(told(first.decision()))
                .containsExactly(
                        "PURCHASE recorded", "EARN 80 ISSUED→PENDING lot 1 @1", "EARN 50 ISSUED→AVAILABLE lot 2 @1");

        // Day 15: two weeks later the points activate by themselves.
        assertThat(told(world.advance(day(15)))).containsExactly("ACTIVATE 80 PENDING→AVAILABLE lot 1 @15");
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(130, 0, 0, 0));

        // Day 16: somebody corrects by hand. Lot 1 and lot 2 run out together, so the older one goes first.
        assertThat(told(world.adjust(POINTS, -100, day(16)).orElseThrow()))
                .containsExactly("ADJUST 80 AVAILABLE→ADJUSTED lot 1 @16", "ADJUST 20 AVAILABLE→ADJUSTED lot 2 @16");

        // Day 18: an order of day 0 becomes known. It was the first, so the bonus belongs to it and not to o1: what is
        // left of o1's is taken back, 20 are owed, and the bonus that comes in its place pays them.
        Consequences late = world.record(aPurchase("o0").of(euros(10)).on(day(0)), day(18));
        assertThat(late.notes()).containsExactly(Note.DECIDED_AGAIN);
        assertThat(told(late.decision()))
                .containsExactly(
                        "PURCHASE recorded",
                        "CLAWBACK 30 AVAILABLE→ISSUED lot 2 @18",
                        "CLAWBACK 20 DEBT→ISSUED @18",
                        "EARN 10 ISSUED→AVAILABLE lot 3 @18",
                        "REPAY_DEBT 10 AVAILABLE→DEBT lot 3 @18",
                        "EARN 50 ISSUED→AVAILABLE lot 4 @18",
                        "REPAY_DEBT 10 AVAILABLE→DEBT lot 4 @18");
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(40, 0, 0, 0));

        // Day 20: o1 is sent back. Its 80 points were spent: 40 come out of the other lot, 40 are owed.
        Consequences refund = world.record(aRefundOf("o1").items(1, 1).on(day(20)));
        assertThat(told(refund.decision()))
                .containsExactly(
                        "REFUND recorded", "CLAWBACK 40 AVAILABLE→ISSUED lot 4 @20", "CLAWBACK 40 DEBT→ISSUED @20");

        // Day 30: a new order. Its points owe before they serve: the debt is paid when they activate, before the
        // purchase
        // of day 50 is told of.
        assertThat(told(world.record(aPurchase("o2").of(euros(100)).on(day(30))).decision()))
                .containsExactly("PURCHASE recorded", "EARN 100 ISSUED→PENDING lot 5 @30");
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(0, 100, 0, 40));
        assertThat(told(world.record(aPurchase("o3").of(euros(7)).on(day(50))).decision()))
                .containsExactly(
                        "ACTIVATE 100 PENDING→AVAILABLE lot 5 @44",
                        "REPAY_DEBT 40 AVAILABLE→DEBT lot 5 @44",
                        "PURCHASE recorded",
                        "EARN 7 ISSUED→PENDING lot 6 @50");

        // Fourteen months later everything has activated and run out, each at its own moment.
        assertThat(told(world.advance(day(470))))
                .containsExactly(
                        "ACTIVATE 7 PENDING→AVAILABLE lot 6 @64",
                        "EXPIRE 60 AVAILABLE→EXPIRED lot 5 @130",
                        "EXPIRE 7 AVAILABLE→EXPIRED lot 6 @150");
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
        assertThat(world.state().nextDueAt()).isNull();

        // Day 471: even then o2 can be refunded. What had run out is brought back to be taken, and what paid the debt
        // is
        // owed again.
        assertThat(told(world.record(aRefundOf("o2").of(euros(100)).on(day(471)))
                        .decision()))
                .containsExactly(
                        "REFUND recorded",
                        "REVERSE_EXPIRY 60 EXPIRED→AVAILABLE lot 5 @471",
                        "CLAWBACK 60 AVAILABLE→ISSUED lot 5 @471",
                        "CLAWBACK 40 DEBT→ISSUED @471");
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(0, 0, 0, 40));
    }

    private static List<String> told(Decision decision) {
        return decision.events().stream().map(LifecycleStoryTest::told).toList();
    }

    private static String told(Event event) {
        return switch (event) {
            case Event.MemberEnrolled(boolean imported) -> imported ? "imported" : "enrolled";
            case Event.ProfileUpdated(long revision) -> "profile " + revision;
            case Event.ActivityRecorded recorded -> recorded.type() + " recorded";
            case Event.LevelChanged level -> level.from() + "→" + level.to();
            case Event.MembershipChanged membership -> membership.plan() + " " + membership.to();
            case Event.RedemptionChanged redemption -> redemption.reward() + " " + redemption.to();
            case Event.VoucherChanged voucher -> "voucher " + voucher.to();
            case Event.CheckoutChanged checkout -> checkout.orderId() + " " + checkout.to();
            case Event.TransferSent sent -> "sent to " + sent.to();
            case Event.TransferReceived received -> "received of " + received.from();
            case Event.TransferReturned returned -> "returned: " + returned.reason();
            case Event.AdjustmentProposalChanged proposal -> "proposal " + proposal.to();
            case Event.PoolPlaceChanged place -> place.to() + " in " + place.pool();
            case Event.RaffleWon won -> won.raffle() + " won";
            case Event.LeaderboardJoined joined -> "on " + joined.leaderboard();
            case Event.LeaderboardLeft left -> "off " + left.leaderboard();
            case Event.ClubJoined joined -> "in " + joined.club();
            case Event.ClubLeft left -> "out of " + left.club();
            case Event.IdentifierAdded added -> "known by " + added.kind();
            case Event.IdentifierRemoved removed -> "not known by " + removed.kind();
            case Event.MemberStatusChanged changed -> changed.from() + "→" + changed.to();
            case Event.GuestOrdersClaimed claimed -> "claimed " + claimed.orders();
            case Event.MembersMerged merged -> merged.from() + " into " + merged.into();
            case Event.UnitsMoved(Entry entry) ->
                entry.kind() + " " + entry.amount() + " " + entry.from() + "→" + entry.to()
                        + (entry.lotNumber() == null ? "" : " lot " + entry.lotNumber())
                        + " @" + Duration.between(day(0), entry.effectiveAt()).toDays();
        };
    }
}
