package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.loyalty.v1.CancelMembershipRequest;
import dev.perennial.contract.loyalty.v1.CancellationTime;
import dev.perennial.contract.loyalty.v1.ExplainStandingRequest;
import dev.perennial.contract.loyalty.v1.GetStandingRequest;
import dev.perennial.contract.loyalty.v1.ListStandingChangesRequest;
import dev.perennial.contract.loyalty.v1.MatchStatusRequest;
import dev.perennial.contract.loyalty.v1.StartTrialRequest;
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

/** What can be asked of standings and is refused: the reason, and nothing left behind. */
class StandingRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final Shop SHOP = Shop.of(EDGE, Edge.KEY);
    private static final Shop RIVAL = Shop.of(EDGE, Edge.RIVALS_KEY);

    @BeforeAll
    static void open() {
        var _ = SHOP.opened();
        var _ = RIVAL.members()
                .enrolMember(Samples.enrolment().setMemberId("bert").build());
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @Test
    void aProgramWithoutStandingOffersNothing() {
        GetStandingRequest anna =
                GetStandingRequest.newBuilder().setMemberId("anna").build();
        var before = SHOP.standing().getStanding(anna);
        assertThat(before.getStanding().hasLevel()).isFalse();
        assertThat(Refused.by(() -> match(SHOP, "anna")).reason()).isEqualTo("STATUS_MATCH_NOT_OFFERED");
        assertThat(Refused.by(() -> tries(SHOP, "anna")).reason()).isEqualTo("PLAN_NOT_FOUND");
        Refused cancelled = Refused.by(() -> cancels(SHOP, "anna"));
        assertThat(cancelled.reason()).isEqualTo("PLAN_NOT_FOUND");
        assertThat(cancelled.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(SHOP.standing().getStanding(anna)).isEqualTo(before);
    }

    @Test
    void withoutAProgramNothingCanBeAskedForButTheStandingCanBeRead() {
        assertThat(Refused.by(() -> match(RIVAL, "bert")).reason()).isEqualTo("PROGRAM_NOT_APPLIED");
        assertThat(RIVAL.standing()
                        .getStanding(GetStandingRequest.newBuilder()
                                .setMemberId("bert")
                                .build())
                        .getStanding()
                        .getMemberSeq())
                .isEqualTo(1);
        assertThat(RIVAL.standing()
                        .explainStanding(ExplainStandingRequest.newBuilder()
                                .setMemberId("bert")
                                .build())
                        .getGrounds()
                        .hasEarned())
                .isFalse();
    }

    @TestFactory
    Stream<DynamicTest> anUnknownMemberAndAnotherTenantsGetTheSame() {
        return Stream.<Consumer<String>>of(
                        id -> SHOP.standing()
                                .getStanding(GetStandingRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()),
                        id -> SHOP.standing()
                                .explainStanding(ExplainStandingRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()),
                        id -> SHOP.standing()
                                .listStandingChanges(ListStandingChangesRequest.newBuilder()
                                        .setMemberId(id)
                                        .build()),
                        id -> match(SHOP, id),
                        id -> tries(SHOP, id),
                        id -> cancels(SHOP, id))
                .map(call -> DynamicTest.dynamicTest("NOT_FOUND", () -> {
                    assertThat(Refused.by(() -> call.accept("nobody")).reason()).isEqualTo("MEMBER_NOT_FOUND");
                    assertThat(Refused.bytesOf(() -> call.accept("bert")))
                            .isEqualTo(Refused.bytesOf(() -> call.accept("nobody")));
                }));
    }

    private static void match(Shop shop, String member) {
        var _ = shop.standing()
                .matchStatus(MatchStatusRequest.newBuilder()
                        .setMemberId(member)
                        .setLevel("gold")
                        .setPartner("an airline")
                        .setRequestId("match-1")
                        .build());
    }

    private static void tries(Shop shop, String member) {
        var _ = shop.standing()
                .startTrial(StartTrialRequest.newBuilder()
                        .setMemberId(member)
                        .setPlan("club")
                        .setRequestId("trial-1")
                        .build());
    }

    private static void cancels(Shop shop, String member) {
        var _ = shop.standing()
                .cancelMembership(CancelMembershipRequest.newBuilder()
                        .setMemberId(member)
                        .setPlan("club")
                        .setWhen(CancellationTime.CANCELLATION_TIME_NOW)
                        .setRequestId("cancel-1")
                        .build());
    }
}
