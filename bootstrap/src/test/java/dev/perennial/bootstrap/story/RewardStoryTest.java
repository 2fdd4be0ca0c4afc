package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.CancelReservationResponse;
import dev.perennial.contract.loyalty.v1.ExplainRewardRequest;
import dev.perennial.contract.loyalty.v1.Gate;
import dev.perennial.contract.loyalty.v1.GetRedemptionRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.ListRedemptionsRequest;
import dev.perennial.contract.loyalty.v1.ListRewardsRequest;
import dev.perennial.contract.loyalty.v1.OfferedReward;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationResponse;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.RedeemRewardResponse;
import dev.perennial.contract.loyalty.v1.Redemption;
import dev.perennial.contract.loyalty.v1.RedemptionState;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.ReserveRewardResponse;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.loyalty.v1.VoucherState;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What members can have for their units: reserved, redeemed, cancelled, reversed, and used at the till. */
class RewardStoryTest {

    private static final AProgram PROGRAM = aProgram(aRule("base").perEuro(1))
            .selling(
                    Catalogue.voucher("mug", 60, 90),
                    Catalogue.units("stamp", 10, "stamps", 2),
                    Catalogue.voucher("edition", 1, 0).setStock(7));

    private final Shop shop = Platform.newShop().runs(PROGRAM).enrols("alice");

    @AfterEach
    void theBooksAreSound() {
        assertThat(Books.audit())
                .allSatisfy(finding ->
                        assertThat(finding.examples()).as(finding.name()).isEmpty());
    }

    @Test
    void aMugIsReservedFetchedAndUsed() {
        shop.buys("alice", "o1", euros(100)).at(day(1));

        Redemption reserved = reserve("mug", "reserve").getRedemption();
        assertThat(reserved.getState()).isEqualTo(RedemptionState.REDEMPTION_STATE_RESERVED);
        assertThat(shop.points("alice").available()).isEqualTo(40);

        Redemption redeemed = fetch(reserved.getNumber(), "fetch").getRedemption();
        String code = redeemed.getVoucher().getCode();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");

        assertThat(shop.vouchers
                        .getVoucher(GetVoucherRequest.newBuilder().setCode(code).build())
                        .getMemberId())
                .isEqualTo("alice");
        assertThat(use(code, "o2", "use-1")).isEqualTo(VoucherState.VOUCHER_STATE_USED);
        assertThat(Reply.refusalOf(() -> use(code, "o3", "use-2"))).isEqualTo("FAILED_PRECONDITION VOUCHER_STATE");
        assertThat(Reply.refusalOf(() -> use(code + "0", "o3", "use-3"))).isEqualTo("NOT_FOUND VOUCHER_NOT_FOUND");
        assertThat(Rows.events(shop, "alice"))
                .containsExactly(
                        "enrolled",
                        "PURCHASE recorded",
                        "EARN 100 ISSUED→AVAILABLE lot 1 @day 1",
                        "HOLD 60 AVAILABLE→HELD lot 1 @day 1",
                        "mug RESERVED @day 1",
                        "REDEEM 60 HELD→REDEEMED lot 1 @day 1",
                        "mug REDEEMED @day 1",
                        "voucher ACTIVE @day 1",
                        "voucher USED @day 1");
    }

    @Test
    void whatIsNotFetchedComesBackByItself() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        Redemption reserved = reserve("mug", "reserve").getRedemption();

        Platform.CLOCK.set(day(1).plus(Duration.ofMinutes(31)));

        assertThat(get(reserved.getNumber()).getState()).isEqualTo(RedemptionState.REDEMPTION_STATE_CANCELLED);
        assertThat(shop.points("alice").available()).isEqualTo(100);
        assertThat(Reply.refusalOf(() -> cancel(reserved.getNumber(), "cancel")))
                .isEqualTo("FAILED_PRECONDITION REDEMPTION_STATE");
        assertThat(list()).extracting(Redemption::getState).containsExactly(RedemptionState.REDEMPTION_STATE_CANCELLED);
    }

    @Test
    void whatIsReversedGivesEverythingBack() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        Redemption stamps = redeem("alice", "stamp", "stamps").getRedemption();
        assertThat(shop.points("alice").available()).isEqualTo(90);

        shop.redemptions.reverseRedemption(ReverseRedemptionRequest.newBuilder()
                .setMemberId("alice")
                .setRedemptionNumber(stamps.getNumber())
                .setReason("by mistake")
                .setRequestId("reverse")
                .build());

        assertThat(shop.points("alice").available()).isEqualTo(100);
        assertThat(list()).extracting(Redemption::getState).containsExactly(RedemptionState.REDEMPTION_STATE_REVERSED);
    }

    @Test
    void aMemberLearnsWhatCanBeHadAndWhyNot() {
        shop.buys("alice", "o1", euros(50)).at(day(1));

        List<OfferedReward> offers = shop.rewards
                .listRewards(ListRewardsRequest.newBuilder()
                        .setMemberId("alice")
                        .setLocale("de-AT")
                        .build())
                .getRewardsList();

        assertThat(offers)
                .extracting(OfferedReward::getName)
                .containsExactly("mug auf Deutsch", "stamp auf Deutsch", "edition auf Deutsch");
        assertThat(offers).extracting(OfferedReward::getAvailable).containsExactly(false, true, true);
        assertThat(offers).extracting(OfferedReward::getMissingUnits).containsExactly(10L, 0L, 0L);
        assertThat(shop.rewards
                        .explainReward(ExplainRewardRequest.newBuilder()
                                .setMemberId("alice")
                                .setRewardId("mug")
                                .build())
                        .getGatesList())
                .extracting(Gate::getReason, Gate::getOpen)
                .containsExactly(tuple("REWARD_OUT_OF_SEASON", true), tuple("INSUFFICIENT_UNITS", false));
        assertThat(Reply.refusalOf(() -> redeem("alice", "mug", "too-much")))
                .isEqualTo("FAILED_PRECONDITION INSUFFICIENT_UNITS");
    }

    /** A thousand members at once want one of seven. */
    @Test
    void theLastOfALimitedEditionGoesToAsManyAsThereAre() {
        int members = 1_000;
        Together.callers(members, caller -> {
            shop.enrols("m" + caller);
            return shop.buys("m" + caller, "o" + caller, euros(1)).on(day(0)).told();
        });

        List<String> outcomes = Together.callers(members, caller -> outcome("m" + caller));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(7);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION REWARD_OUT_OF_STOCK"::equals)
                .hasSize(members - 7);
        assertThat(Rows.count(shop, "redemption")).isEqualTo(7);
    }

    /** Who gives one back leaves it to somebody else. */
    @Test
    void whatIsGivenBackIsThereForOthers() {
        Together.callers(8, caller -> {
            shop.enrols("m" + caller);
            return shop.buys("m" + caller, "o" + caller, euros(1)).on(day(0)).told();
        });
        for (int member = 0; member < 7; member++) {
            redeem("m" + member, "edition", "r" + member);
        }
        assertThat(outcome("m7")).isEqualTo("FAILED_PRECONDITION REWARD_OUT_OF_STOCK");

        shop.redemptions.reverseRedemption(ReverseRedemptionRequest.newBuilder()
                .setMemberId("m3")
                .setRedemptionNumber(2)
                .setRequestId("give-back")
                .build());

        assertThat(outcome("m7")).isEqualTo("done");
    }

    @Test
    void aThousandCopiesOfOneRedeemHappenOnce() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        RedeemRewardRequest request = request("alice", "stamp", "once");

        var replies = Together.callers(1_000, caller -> Reply.of(shop.rewards, stub -> stub.redeemReward(request)));

        assertThat(replies).filteredOn(reply -> !reply.replayed()).hasSize(1);
        assertThat(replies.stream().map(Reply::bytes).distinct()).hasSize(1);
        assertThat(shop.points("alice").available()).isEqualTo(90);
        assertThat(Reply.refusalOf(() -> redeem("alice", "edition", "once")))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
    }

    @Test
    void whoeverRedeemsOrCancelsAReservationFirstIsTheOnlyOne() {
        shop.buys("alice", "o1", euros(100)).at(day(1));
        long number = reserve("mug", "reserve").getRedemption().getNumber();

        List<String> outcomes = Together.callers(
                32,
                caller -> caller % 2 == 0
                        ? outcome(() -> cancel(number, "cancel-" + caller))
                        : outcome(() -> fetch(number, "redeem-" + caller)));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn("FAILED_PRECONDITION REDEMPTION_STATE"::equals)
                .hasSize(31);
    }

    private String outcome(String member) {
        return outcome(() -> redeem(member, "edition", "of-" + member));
    }

    private static String outcome(Supplier<?> call) {
        try {
            var _ = call.get();
            return "done";
        } catch (StatusRuntimeException refused) {
            return Reply.refusalOf(() -> {
                throw refused;
            });
        }
    }

    private ReserveRewardResponse reserve(String reward, String requestId) {
        return shop.rewards.reserveReward(ReserveRewardRequest.newBuilder()
                .setMemberId("alice")
                .setRewardId(reward)
                .setRequestId(requestId)
                .build());
    }

    private RedeemRewardResponse redeem(String member, String reward, String requestId) {
        return shop.rewards.redeemReward(request(member, reward, requestId));
    }

    private static RedeemRewardRequest request(String member, String reward, String requestId) {
        return RedeemRewardRequest.newBuilder()
                .setMemberId(member)
                .setRewardId(reward)
                .setRequestId(requestId)
                .build();
    }

    private RedeemReservationResponse fetch(long number, String requestId) {
        return shop.redemptions.redeemReservation(RedeemReservationRequest.newBuilder()
                .setMemberId("alice")
                .setRedemptionNumber(number)
                .setRequestId(requestId)
                .build());
    }

    private CancelReservationResponse cancel(long number, String requestId) {
        return shop.redemptions.cancelReservation(CancelReservationRequest.newBuilder()
                .setMemberId("alice")
                .setRedemptionNumber(number)
                .setRequestId(requestId)
                .build());
    }

    private Redemption get(long number) {
        return shop.redemptions
                .getRedemption(GetRedemptionRequest.newBuilder()
                        .setMemberId("alice")
                        .setRedemptionNumber(number)
                        .build())
                .getRedemption();
    }

    private List<Redemption> list() {
        return shop.redemptions
                .listRedemptions(
                        ListRedemptionsRequest.newBuilder().setMemberId("alice").build())
                .getRedemptionsList();
    }

    private VoucherState use(String code, String usedFor, String requestId) {
        return shop.vouchers
                .useVoucher(UseVoucherRequest.newBuilder()
                        .setCode(code)
                        .setUsedFor(usedFor)
                        .setRequestId(requestId)
                        .build())
                .getRedemption()
                .getVoucher()
                .getState();
    }
}
