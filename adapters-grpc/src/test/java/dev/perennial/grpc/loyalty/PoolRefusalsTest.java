package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.loyalty.v1.ChangePoolRoleRequest;
import dev.perennial.contract.loyalty.v1.CreatePoolRequest;
import dev.perennial.contract.loyalty.v1.GetPoolRequest;
import dev.perennial.contract.loyalty.v1.InviteToPoolRequest;
import dev.perennial.contract.loyalty.v1.JoinPoolRequest;
import dev.perennial.contract.loyalty.v1.LeavePoolRequest;
import dev.perennial.contract.loyalty.v1.PoolRole;
import dev.perennial.contract.loyalty.v1.PoolServiceGrpc;
import dev.perennial.contract.loyalty.v1.PoolServiceGrpc.PoolServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.PutIntoPoolRequest;
import dev.perennial.contract.loyalty.v1.TakeFromPoolRequest;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.program.v1.PoolSpending;
import dev.perennial.contract.program.v1.UnitPool;
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

/** What can be asked of pools and is refused: the reason, and nothing left behind. */
class PoolRefusalsTest {

    private static final Edge EDGE = Edge.inMemory();
    private static final Shop SHOP = Shop.of(EDGE, Edge.KEY);
    private static final Shop RIVAL = Shop.of(EDGE, Edge.RIVALS_KEY);
    private static final PoolServiceBlockingStub STUB = EDGE.as(Edge.KEY, PoolServiceGrpc::newBlockingStub);
    private static final PoolServiceBlockingStub RIVALS = EDGE.as(Edge.RIVALS_KEY, PoolServiceGrpc::newBlockingStub);

    /** Anna has a pool; the rival has no pools, and a Bert. */
    @BeforeAll
    static void open() {
        var _ = SHOP.programs()
                .applyProgram(Samples.application()
                        .setProgram(Samples.program()
                                .setPool(UnitPool.newBuilder()
                                        .addUnits("points")
                                        .setMaxMembers(2)
                                        .setSpending(PoolSpending.POOL_SPENDING_EVERYONE)))
                        .build());
        var _ = RIVAL.programs().applyProgram(Samples.application().build());
        enrol(SHOP, "anna");
        enrol(RIVAL, "bert");
        var _ = STUB.createPool(create("anna", "owls"));
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> anUnknownMemberAndAnotherTenantsGetTheSame() {
        return Stream.<Consumer<String>>of(
                        id -> STUB.createPool(create(id, "crows")),
                        id -> STUB.inviteToPool(InviteToPoolRequest.newBuilder()
                                .setByMemberId("anna")
                                .setPoolId("owls")
                                .setMemberId(id)
                                .setRole(PoolRole.POOL_ROLE_ADULT)
                                .setRequestId("invite")
                                .build()),
                        id -> STUB.joinPool(JoinPoolRequest.newBuilder()
                                .setMemberId(id)
                                .setPoolId("owls")
                                .setRequestId("join")
                                .build()),
                        id -> STUB.leavePool(LeavePoolRequest.newBuilder()
                                .setMemberId(id)
                                .setPoolId("owls")
                                .setByMemberId("anna")
                                .setRequestId("leave")
                                .build()),
                        id -> STUB.changePoolRole(ChangePoolRoleRequest.newBuilder()
                                .setByMemberId("anna")
                                .setPoolId("owls")
                                .setMemberId(id)
                                .setRole(PoolRole.POOL_ROLE_OWNER)
                                .setRequestId("change")
                                .build()),
                        id -> STUB.putIntoPool(put(id, "points", 1)),
                        id -> STUB.takeFromPool(TakeFromPoolRequest.newBuilder()
                                .setMemberId(id)
                                .setPoolId("owls")
                                .setUnit("points")
                                .setAmount(1)
                                .setRequestId("take")
                                .build()),
                        id -> STUB.getPool(GetPoolRequest.newBuilder()
                                .setMemberId(id)
                                .setPoolId("owls")
                                .build()))
                .map(call -> DynamicTest.dynamicTest("NOT_FOUND", () -> {
                    long before = sequence();
                    assertThat(Refused.by(() -> call.accept("nobody")).reason()).isEqualTo("MEMBER_NOT_FOUND");
                    assertThat(Refused.bytesOf(() -> call.accept("bert")))
                            .isEqualTo(Refused.bytesOf(() -> call.accept("nobody")));
                    assertThat(sequence()).isEqualTo(before);
                }));
    }

    @Test
    void whatIsNotThereOrNotPooledIsRefused() {
        long before = sequence();
        assertThat(Refused.by(() -> STUB.putIntoPool(put("anna", "points", 1))).reason())
                .isEqualTo("INSUFFICIENT_UNITS");
        assertThat(Refused.by(() -> STUB.putIntoPool(put("anna", "stars", 1))).reason())
                .isEqualTo("TRANSFER_NOT_OFFERED");
        Refused again = Refused.by(() -> STUB.createPool(create("anna", "crows")));
        assertThat(again.reason()).isEqualTo("POOL_PLACE");
        assertThat(again.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(sequence()).isEqualTo(before);
    }

    @Test
    void whereTheProgramHasNoPoolsNobodyFoundsOne() {
        assertThat(Refused.by(() -> RIVALS.createPool(create("bert", "owls"))).reason())
                .isEqualTo("POOL_NOT_OFFERED");
    }

    private static CreatePoolRequest create(String member, String pool) {
        return CreatePoolRequest.newBuilder()
                .setMemberId(member)
                .setPoolId(pool)
                .setRequestId("create-" + pool)
                .build();
    }

    private static PutIntoPoolRequest put(String member, String unit, long amount) {
        return PutIntoPoolRequest.newBuilder()
                .setMemberId(member)
                .setPoolId("owls")
                .setUnit(unit)
                .setAmount(amount)
                .setRequestId("put")
                .build();
    }

    private static void enrol(Shop shop, String member) {
        var _ = shop.members()
                .enrolMember(EnrolMemberRequest.newBuilder()
                        .setMemberId(member)
                        .setRequestId("enrol-" + member)
                        .build());
    }

    private static long sequence() {
        return SHOP.ledger()
                .getBalances(GetBalancesRequest.newBuilder().setMemberId("anna").build())
                .getMemberSeq();
    }
}
