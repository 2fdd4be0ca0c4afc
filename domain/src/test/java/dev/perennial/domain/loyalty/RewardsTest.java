package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Catalogue.aReward;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.COFFEES;
import static dev.perennial.domain.testing.Programs.MILES;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.loyalty.reward.RedemptionState;
import dev.perennial.domain.loyalty.reward.VoucherState;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.member.Traits;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A point for each euro, good for 30 days; a mug for 60 of them; a coffee for 40, which is a unit of its own. */
class RewardsTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").perEuro(1).expiring(new Expiry.AfterDays(30)))
            .selling(
                    aReward("mug").costing(60).validFor(90).made(),
                    aReward("coffee")
                            .costing(40)
                            .granting("coffees", 1, new Expiry.AfterDays(10))
                            .made())
            .alone();

    private final World world = World.under(PROGRAM);

    @Test
    void whatIsReservedIsHeldAndThenSpent() {
        world.record(aPurchase("o1").of(euros(100)).on(day(0)));

        long number = number(world.reserve("mug", day(1)));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(40, 0, 60, 0));
        assertThat(world.state().nextDueAt()).isEqualTo(day(1).plus(HALF_AN_HOUR));

        world.redeemReserved(number, day(1).plusSeconds(60));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(40, 0, 0, 0));
        assertThat(world.redemption(number).voucher().code()).isEqualTo("CODE-1");
        assertThat(redemptionEvents())
                .containsExactly("redemption -RESERVED", "redemption RESERVED-REDEEMED", "voucher -ACTIVE");
        assertThat(world.state().nextDueAt()).isEqualTo(day(30));
    }

    @Test
    void whatNobodyRedeemsComesBackByItself() {
        world.record(aPurchase("o1").of(euros(100)).on(day(0)));
        long number = number(world.reserve("mug", day(1)));

        world.advance(day(2));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(100, 0, 0, 0));
        assertThat(world.redemption(number).state()).isEqualTo(RedemptionState.CANCELLED);
        assertThat(world.redemption(number).changedAt()).isEqualTo(day(1).plus(HALF_AN_HOUR));
        assertThat(refused(world.redeemReserved(number, day(2)))).isEqualTo(Reason.REDEMPTION_STATE);
        assertThat(refused(world.cancel(number, day(2)))).isEqualTo(Reason.REDEMPTION_STATE);
    }

    @Test
    void aReservationIsJudgedWhenItIsMade() {
        world.record(aPurchase("o1").of(euros(100)).on(day(0)));
        long number = number(world.reserve("mug", day(30).minusSeconds(60)));

        world.redeemReserved(number, day(30).plusSeconds(60));

        assertThat(world.redemption(number).state()).isEqualTo(RedemptionState.REDEEMED);
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void whatIsCancelledAfterItsExpiryExpiresThen() {
        world.record(aPurchase("o1").of(euros(60)).on(day(0)));
        world.record(aPurchase("o2").of(euros(60)).on(day(1)));
        long wholeLot = number(world.reserve("mug", day(30).minusSeconds(60)));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(60, 0, 60, 0));

        world.cancel(wholeLot, day(30).plusSeconds(60));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(60, 0, 0, 0));

        world.record(aPurchase("o3").of(euros(30)).on(day(31).minusSeconds(120)));
        long partOfLot = number(world.reserve("coffee", day(31).minusSeconds(60)));
        world.advance(day(31)); // the 20 of the lot that are not held run out
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(30, 0, 40, 0));
        world.cancel(partOfLot, day(31).plusSeconds(60));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(30, 0, 0, 0));
    }

    @Test
    void whatIsReversedComesBackAsWhatItWas() {
        world.record(aPurchase("o1").of(euros(60)).on(day(0)));
        long number = number(world.redeem("mug", day(1)));
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);

        world.reverse(number, day(2));

        assertThat(world.balance(POINTS)).isEqualTo(new Balance(60, 0, 0, 0));
        assertThat(world.redemption(number).voucher().state()).isEqualTo(VoucherState.VOID);
        assertThat(refused(world.reverse(number, day(2)))).isEqualTo(Reason.REDEMPTION_STATE);
        world.record(aRefundOf("o1").of(euros(60)).on(day(3))); // finds its own lot, though it is another one
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void whatComesBackTooLateRunsOutOrIsGoodForATimeOfGrace() {
        world.record(aPurchase("o1").of(euros(60)).on(day(0)));
        world.reverse(number(world.redeem("mug", day(1))), day(40));
        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);

        World graceful = World.under(aProgram(aRule("base").perEuro(1).expiring(new Expiry.AfterDays(30)))
                .selling(aReward("mug").costing(60).made())
                .returningFor(7)
                .alone());
        graceful.record(aPurchase("o1").of(euros(60)).on(day(0)));
        graceful.reverse(number(graceful.redeem("mug", day(1))), day(40));
        assertThat(graceful.balance(POINTS)).isEqualTo(new Balance(60, 0, 0, 0));
        assertThat(graceful.state().nextDueAt()).isEqualTo(day(47));
    }

    @Test
    void unitsThatAreARewardAreTakenBackOrOwed() {
        world.record(aPurchase("o1").of(euros(100)).on(day(0)));
        long kept = number(world.redeem("coffee", day(1)));
        long drunk = number(world.redeem("coffee", day(1)));
        assertThat(world.balance(COFFEES)).isEqualTo(new Balance(2, 0, 0, 0));
        world.reverse(kept, day(2));
        world.adjust(COFFEES, -1, day(2));
        world.reverse(drunk, day(3));

        assertThat(world.balance(COFFEES)).isEqualTo(new Balance(0, 0, 0, 1));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(100, 0, 0, 0));
    }

    @Test
    void whatIsReleasedPaysDebtFirst() {
        world.record(aPurchase("o1").of(euros(100)).on(day(0)));
        long number = number(world.reserve("mug", day(1)));
        world.record(aRefundOf("o1").of(euros(100)).on(day(1).plusSeconds(1)));
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(0, 0, 60, 60));

        world.cancel(number, day(1).plusSeconds(2));

        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void aVoucherIsUsedOnceAndRunsOut() {
        world.record(aPurchase("o1").of(euros(120)).on(day(0)));
        long used = number(world.redeem("mug", day(1)));
        long forgotten = number(world.redeem("mug", day(1)));

        world.useVoucher(used, "o2", day(2));

        assertThat(world.redemption(used).voucher().usedFor()).isEqualTo("o2");
        assertThat(refused(world.useVoucher(used, "o3", day(2)))).isEqualTo(Reason.VOUCHER_STATE);
        assertThat(refused(world.reverse(used, day(2)))).isEqualTo(Reason.VOUCHER_STATE);
        assertThat(world.state().nextDueAt()).isEqualTo(day(91));
        world.advance(day(100));
        assertThat(world.redemption(forgotten).voucher().state()).isEqualTo(VoucherState.EXPIRED);
        assertThat(refused(world.useVoucher(forgotten, "o3", day(100)))).isEqualTo(Reason.VOUCHER_STATE);
        assertThat(refused(world.useVoucher(99, "o3", day(100)))).isEqualTo(Reason.REDEMPTION_NOT_FOUND);
    }

    @Test
    void notEnoughIsRefusedWithWhatIsMissing() {
        world.record(aPurchase("o1").of(euros(59)).on(day(0)));

        assertThat(refused(world.redeem("mug", day(1)))).isEqualTo(Reason.INSUFFICIENT_UNITS);
        assertThat(refused(world.redeem("yacht", day(1)))).isEqualTo(Reason.REWARD_NOT_FOUND);
        Offer offer = ((Result.Ok<Offer>) world.offer("mug", day(1))).value();
        assertThat(offer.missing()).isEqualTo(1);
        assertThat(offer.lacksOnlyUnits()).isTrue();
        assertThat(offer.isOpen()).isFalse();
    }

    @Test
    void aReversalTakesBackWhatItGaveAndNotWhatAnotherDid() {
        World twice = World.under(aProgram(aRule("base").perEuro(1))
                .selling(aReward("coffee")
                        .costing(10)
                        .granting("coffees", 1, new Expiry.AfterDays(10))
                        .made())
                .alone());
        twice.record(aPurchase("o1").of(euros(100)).on(day(0)));
        twice.redeem("coffee", day(1));
        long second = number(twice.redeem("coffee", day(5)));

        twice.reverse(second, day(6));

        assertThat(twice.balance(COFFEES).available()).isEqualTo(1);
        twice.advance(day(11)); // the first one's time is over
        assertThat(twice.balance(COFFEES)).isEqualTo(Balance.ZERO);
    }

    @Test
    void slidingUnitsThatComeBackRunOutWithTheOthers() {
        World sliding = World.under(aProgram(aRule("base").perEuro(1).in(MILES))
                .selling(aReward("mug").costing(60).of("miles").made())
                .alone());
        sliding.record(aPurchase("o1").of(euros(60)).on(day(0)));
        long redeemed = number(sliding.redeem("mug", day(1)));

        sliding.reverse(redeemed, day(50));

        assertThat(sliding.balance(MILES)).isEqualTo(new Balance(60, 0, 0, 0));
        sliding.advance(day(59)); // two months after the purchase
        assertThat(sliding.balance(MILES)).isEqualTo(Balance.ZERO);
    }

    @Test
    void whatLapsedBeforeABirthdayIsKnownToHaveLapsed() {
        World born = World.under(aProgram(
                        aRule("base").perEuro(1),
                        aRule("gift").forEach(ActivityType.BIRTHDAY).fixed(5))
                .selling(aReward("mug").costing(60).validFor(10).made())
                .alone());
        born.updateProfile(new Traits("", "", 1990, "", "", ""), day(0));
        Instant before = at("2026-06-01T10:00:00Z");
        Instant after = at("2026-06-16T10:00:00Z");
        born.record(aPurchase("o1").of(euros(200)).on(before));
        long voucher = number(born.redeem("mug", before));
        long reserved = number(born.reserve("mug", before));

        assertThat(refused(born.useVoucher(voucher, "o2", after))).isEqualTo(Reason.VOUCHER_STATE);
        assertThat(refused(born.cancel(reserved, after))).isEqualTo(Reason.REDEMPTION_STATE);
        born.reverse(voucher, after);
        assertThat(born.redemption(voucher).voucher().state()).isEqualTo(VoucherState.EXPIRED);
    }

    @Test
    void whoeverIsSuspendedSpendsNothingButMayCancel() {
        world.record(aPurchase("o1").of(euros(200)).on(day(0)));
        long reserved = number(world.reserve("mug", day(1)));
        long redeemed = number(world.redeem("mug", day(1)));
        world.becomes(new StatusChange(MemberStatus.SUSPENDED, false, false), day(1));

        assertThat(refused(world.redeem("coffee", day(1)))).isEqualTo(Reason.MEMBER_SUSPENDED);
        assertThat(refused(world.redeemReserved(reserved, day(1)))).isEqualTo(Reason.MEMBER_SUSPENDED);
        assertThat(refused(world.useVoucher(redeemed, "o2", day(1)))).isEqualTo(Reason.MEMBER_SUSPENDED);
        assertThat(world.cancel(reserved, day(1))).isInstanceOf(Result.Ok.class);
        assertThat(world.balance(POINTS)).isEqualTo(new Balance(140, 0, 0, 0));
    }

    @Test
    void whoeverIsClosedForfeitsWhatIsReservedToo() {
        world.record(aPurchase("o1").of(euros(100)).on(day(0)));
        long reserved = number(world.reserve("mug", day(1)));

        world.becomes(new StatusChange(MemberStatus.CLOSED, false, true), day(1));

        assertThat(world.balance(POINTS)).isEqualTo(Balance.ZERO);
        assertThat(world.redemption(reserved).state()).isEqualTo(RedemptionState.CANCELLED);
    }

    private static long number(Result<Redeemed> result) {
        return ((Result.Ok<Redeemed>) result).value().redemption().number();
    }

    static Reason refused(Result<?> result) {
        return ((Result.Refused<?>) result).refusal().reason();
    }

    private List<String> redemptionEvents() {
        return world.events().stream()
                .<String>mapMulti((event, words) -> {
                    switch (event) {
                        case Event.RedemptionChanged(Instant at, long number, String reward, String from, String to) ->
                            words.accept("redemption " + from + "-" + to);
                        case Event.VoucherChanged(
                                Instant at,
                                long number,
                                String reward,
                                String from,
                                String to,
                                String usedFor) -> words.accept("voucher " + from + "-" + to);
                        default -> {}
                    }
                })
                .toList();
    }
}
