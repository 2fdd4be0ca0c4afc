package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.ExplainRewardRequest;
import dev.perennial.contract.loyalty.v1.ListRewardsRequest;
import dev.perennial.contract.loyalty.v1.RedeemRewardRequest;
import dev.perennial.contract.loyalty.v1.ReserveRewardRequest;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc;
import dev.perennial.contract.loyalty.v1.RewardServiceGrpc.RewardServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about rewards. Storage fails in these tests, so what is refused has not touched it. */
class BadRewardRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final RewardServiceBlockingStub STUB = EDGE.as(Edge.KEY, RewardServiceGrpc::newBlockingStub);
    private static final List<String> NAMES = List.of("", "x".repeat(65), "Mug", "1st", "a b", "nul\0");

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        list("member", "member_id", request -> request.setMemberId(id)),
                        explain("member", "member_id", request -> request.setMemberId(id)),
                        reserve("member", "member_id", request -> request.setMemberId(id)),
                        reserve("key", "request_id", request -> request.setRequestId(id)),
                        redeem("member", "member_id", request -> request.setMemberId(id)),
                        redeem("key", "request_id", request -> request.setRequestId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> rewards() {
        return BadInput.allRefused(NAMES.stream()
                .flatMap(name -> Stream.of(
                        explain("reward", "reward_id", request -> request.setRewardId(name)),
                        reserve("reward", "reward_id", request -> request.setRewardId(name)),
                        redeem("reward", "reward_id", request -> request.setRewardId(name)))));
    }

    @TestFactory
    Stream<DynamicTest> locales() {
        return BadInput.allRefused(Stream.of("d", "de_AT", "de-", "x".repeat(36), "nul\0", "dë")
                .map(locale -> list("locale", "locale", request -> request.setLocale(locale))));
    }

    @TestFactory
    Stream<DynamicTest> expectations() {
        return BadInput.allRefused(Stream.of(
                reserve("negative", "expected_member_seq", request -> request.setExpectedMemberSeq(-1)),
                reserve("none", "expected_program_version", request -> request.setExpectedProgramVersion(0)),
                redeem("negative", "expected_member_seq", request -> request.setExpectedMemberSeq(-1)),
                redeem("none", "expected_program_version", request -> request.setExpectedProgramVersion(0))));
    }

    private static BadInput list(String name, String field, Consumer<ListRewardsRequest.Builder> spoil) {
        ListRewardsRequest.Builder request = ListRewardsRequest.newBuilder().setMemberId("anna");
        spoil.accept(request);
        return new BadInput("ListRewards: " + name, field, () -> STUB.listRewards(request.build()));
    }

    private static BadInput explain(String name, String field, Consumer<ExplainRewardRequest.Builder> spoil) {
        ExplainRewardRequest.Builder request =
                ExplainRewardRequest.newBuilder().setMemberId("anna").setRewardId("mug");
        spoil.accept(request);
        return new BadInput("ExplainReward: " + name, field, () -> STUB.explainReward(request.build()));
    }

    private static BadInput reserve(String name, String field, Consumer<ReserveRewardRequest.Builder> spoil) {
        ReserveRewardRequest.Builder request = ReserveRewardRequest.newBuilder()
                .setMemberId("anna")
                .setRewardId("mug")
                .setRequestId("reserve-1");
        spoil.accept(request);
        return new BadInput("ReserveReward: " + name, field, () -> STUB.reserveReward(request.build()));
    }

    private static BadInput redeem(String name, String field, Consumer<RedeemRewardRequest.Builder> spoil) {
        RedeemRewardRequest.Builder request = RedeemRewardRequest.newBuilder()
                .setMemberId("anna")
                .setRewardId("mug")
                .setRequestId("redeem-1");
        spoil.accept(request);
        return new BadInput("RedeemReward: " + name, field, () -> STUB.redeemReward(request.build()));
    }
}
