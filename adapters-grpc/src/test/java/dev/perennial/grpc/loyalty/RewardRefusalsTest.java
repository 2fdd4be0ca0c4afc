package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.CancelReservationRequest;
import dev.perennial.contract.loyalty.v1.ExplainRewardRequest;
import dev.perennial.contract.loyalty.v1.GetRedemptionRequest;
import dev.perennial.contract.loyalty.v1.GetVoucherRequest;
import dev.perennial.contract.loyalty.v1.ListRedemptionsRequest;
import dev.perennial.contract.loyalty.v1.ListRewardsRequest;
import dev.perennial.contract.loyalty.v1.RedeemReservationRequest;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.Redemption;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc;
import dev.perennial.contract.loyalty.v1.RedemptionServiceGrpc.RedemptionServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.ReverseRedemptionRequest;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc.RewardServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.UseVoucherRequest;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc.VoucherServiceBlockingStub;
import dev.perennial.contract.program.v1.Access;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.LocalizedText;
import dev.perennial.contract.program.v1.Price;
import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.Voucher;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import io.grpc.Status.Code;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What can be asked of rewards, redemptions and vouchers and is refused: the reason, and nothing left behind. */
class RewardRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final RewardServiceBlockingStub REWARDS = EDGE.as(Edge.KEY, RewardServiceGrpc::newBlockingStub);
    private static final RedemptionServiceBlockingStub REDEMPTIONS =
            EDGE.as(Edge.KEY, RedemptionServiceGrpc::newBlockingStub);
    private static final VoucherServiceBlockingStub VOUCHERS = EDGE.as(Edge.KEY, VoucherServiceGrpc::newBlockingStub);
    private static final RewardServiceBlockingStub RIVAL = EDGE.as(Edge.RIVALS_KEY, RewardServiceGrpc::newBlockingStub);

    /** Anna can have a voucher for nothing and never a mug; the rival's Bert has a voucher already. */
    @BeforeAll
    static void open() {
        ApplyProgramRequest program = Samples.application()
                .setProgram(Samples.program()
                        .addRewards(reward("welcome"))
                        .addRewards(reward("mug")
                                .setPrice(Price.newBuilder().setUnit("points").setAmount(60))))
                .build();
        var _ = Shop.of(EDGE, Edge.KEY).programs().applyProgram(program);
        var _ = Shop.of(EDGE, Edge.RIVALS_KEY).programs().applyProgram(program);
        var _ = Shop.of(EDGE, Edge.KEY)
                .members()
                .enrolMember(Samples.enrolment().build());
        var _ = Shop.of(EDGE, Edge.RIVALS_KEY)
                .members()
                .enrolMember(Samples.enrolment().setMemberId("bert").build());
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> anUnknownMemberAndAnotherTenantsGetTheSame() {
        return Stream.<Consumer<String>>of(
                        id -> REWARDS.listRewards(
                                ListRewardsRequest.newBuilder().setMemberId(id).build()),
                        id -> REWARDS.explainReward(ExplainRewardRequest.newBuilder()
                                .setMemberId(id)
                                .setRewardId("mug")
                                .build()),
                        id -> reserve(id, "welcome"),
                        id -> redeem(id, "welcome"),
                        id -> get(id, 1),
                        id -> REDEMPTIONS.listRedemptions(ListRedemptionsRequest.newBuilder()
                                .setMemberId(id)
                                .build()),
                        id -> fetch(id, 1),
                        id -> cancel(id, 1),
                        id -> reverse(id, 1))
                .map(call -> DynamicTest.dynamicTest("NOT_FOUND", () -> {
                    Refused refused = Refused.by(() -> call.accept("nobody"));
                    assertThat(refused.reason()).isEqualTo("MEMBER_NOT_FOUND");
                    assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
                    assertThat(Refused.bytesOf(() -> call.accept("bert")))
                            .isEqualTo(Refused.bytesOf(() -> call.accept("nobody")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatThereIsNotIsNotFoundAndLeavesNothing() {
        return Stream.<Runnable>of(
                        () -> reserve("anna", "nothing"),
                        () -> redeem("anna", "nothing"),
                        () -> REWARDS.explainReward(ExplainRewardRequest.newBuilder()
                                .setMemberId("anna")
                                .setRewardId("nothing")
                                .build()),
                        () -> get("anna", 7),
                        () -> fetch("anna", 7),
                        () -> cancel("anna", Long.MAX_VALUE),
                        () -> reverse("anna", 7))
                .map(call -> DynamicTest.dynamicTest("NOT_FOUND", () -> {
                    long before = sequence();
                    assertThat(Refused.by(call::run).code()).isEqualTo(Code.NOT_FOUND);
                    assertThat(sequence()).isEqualTo(before);
                }));
    }

    @Test
    void whoHasTooLittleGetsNothing() {
        long before = sequence();

        Refused refused = Refused.by(() -> redeem("anna", "mug"));

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("INSUFFICIENT_UNITS");
        assertThat(Refused.by(() -> reserve("anna", "mug")).reason()).isEqualTo("INSUFFICIENT_UNITS");
        assertThat(sequence()).isEqualTo(before);
    }

    @Test
    void whoeverExpectedSomethingElseHasLostTheRace() {
        RedeemRewardRequest.Builder request = RedeemRewardRequest.newBuilder()
                .setMemberId("anna")
                .setRewardId("welcome")
                .setRequestId("expecting");
        long before = sequence();

        assertThat(Refused.by(() -> REWARDS.redeemReward(
                                request.clone().setExpectedMemberSeq(99).build()))
                        .reason())
                .isEqualTo("MEMBER_MOVED");
        assertThat(Refused.by(() -> REWARDS.redeemReward(
                                request.clone().setExpectedProgramVersion(99).build()))
                        .reason())
                .isEqualTo("PROGRAM_VERSION_MOVED");
        assertThat(sequence()).isEqualTo(before);
    }

    /** A code, a signed code, and whatever a signature does not hold for. */
    @Test
    void anUnknownVoucherAndAnotherTenantsGetTheSame() {
        dev.perennial.contract.loyalty.v1.Voucher berts = RIVAL.redeemReward(RedeemRewardRequest.newBuilder()
                        .setMemberId("bert")
                        .setRewardId("welcome")
                        .setRequestId("redeem-bert")
                        .build())
                .getRedemption()
                .getVoucher();
        byte[] unknown = Refused.bytesOf(() -> use("unknown"));

        assertThat(Refused.by(() -> use("unknown")).reason()).isEqualTo("VOUCHER_NOT_FOUND");
        Stream.of(berts.getCode(), berts.getSignedCode(), berts.getSignedCode() + "A", "x".repeat(2_048))
                .forEach(code -> {
                    assertThat(Refused.bytesOf(() -> use(code))).isEqualTo(unknown);
                    assertThat(Refused.bytesOf(() -> show(code))).isEqualTo(unknown);
                });
    }

    private static Reward.Builder reward(String id) {
        return Reward.newBuilder()
                .setId(id)
                .setName(LocalizedText.newBuilder().setText(id))
                .setVoucher(Voucher.newBuilder().setAccess(Access.getDefaultInstance()));
    }

    private static long sequence() {
        return REWARDS.listRewards(
                        ListRewardsRequest.newBuilder().setMemberId("anna").build())
                .getMemberSeq();
    }

    private static void reserve(String member, String reward) {
        var _ = REWARDS.reserveReward(ReserveRewardRequest.newBuilder()
                .setMemberId(member)
                .setRewardId(reward)
                .setRequestId("reserve-1")
                .build());
    }

    private static void redeem(String member, String reward) {
        var _ = REWARDS.redeemReward(RedeemRewardRequest.newBuilder()
                .setMemberId(member)
                .setRewardId(reward)
                .setRequestId("redeem-1")
                .build());
    }

    private static Redemption get(String member, long number) {
        return REDEMPTIONS
                .getRedemption(GetRedemptionRequest.newBuilder()
                        .setMemberId(member)
                        .setRedemptionNumber(number)
                        .build())
                .getRedemption();
    }

    private static void fetch(String member, long number) {
        var _ = REDEMPTIONS.redeemReservation(RedeemReservationRequest.newBuilder()
                .setMemberId(member)
                .setRedemptionNumber(number)
                .setRequestId("fetch-1")
                .build());
    }

    private static void cancel(String member, long number) {
        var _ = REDEMPTIONS.cancelReservation(CancelReservationRequest.newBuilder()
                .setMemberId(member)
                .setRedemptionNumber(number)
                .setRequestId("cancel-1")
                .build());
    }

    private static void reverse(String member, long number) {
        var _ = REDEMPTIONS.reverseRedemption(ReverseRedemptionRequest.newBuilder()
                .setMemberId(member)
                .setRedemptionNumber(number)
                .setRequestId("reverse-1")
                .build());
    }

    private static void use(String code) {
        var _ = VOUCHERS.useVoucher(UseVoucherRequest.newBuilder()
                .setCode(code)
                .setRequestId("use-1")
                .build());
    }

    private static void show(String code) {
        var _ = VOUCHERS.getVoucher(GetVoucherRequest.newBuilder().setCode(code).build());
    }
}
