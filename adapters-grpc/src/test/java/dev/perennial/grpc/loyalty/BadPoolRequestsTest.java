package dev.perennial.grpc.loyalty;

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
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about pools. Storage fails in these tests, so what is refused has not touched it. */
class BadPoolRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final PoolServiceBlockingStub STUB = EDGE.as(Edge.KEY, PoolServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        createPool("id", "member_id", request -> request.setMemberId(id)),
                        createPool("id", "request_id", request -> request.setRequestId(id)),
                        inviteToPool("id", "by_member_id", request -> request.setByMemberId(id)),
                        inviteToPool("id", "member_id", request -> request.setMemberId(id)),
                        inviteToPool("id", "request_id", request -> request.setRequestId(id)),
                        joinPool("id", "member_id", request -> request.setMemberId(id)),
                        joinPool("id", "request_id", request -> request.setRequestId(id)),
                        leavePool("id", "member_id", request -> request.setMemberId(id)),
                        leavePool("id", "by_member_id", request -> request.setByMemberId(id)),
                        leavePool("id", "request_id", request -> request.setRequestId(id)),
                        changePoolRole("id", "by_member_id", request -> request.setByMemberId(id)),
                        changePoolRole("id", "member_id", request -> request.setMemberId(id)),
                        changePoolRole("id", "request_id", request -> request.setRequestId(id)),
                        putIntoPool("id", "member_id", request -> request.setMemberId(id)),
                        putIntoPool("id", "request_id", request -> request.setRequestId(id)),
                        takeFromPool("id", "member_id", request -> request.setMemberId(id)),
                        takeFromPool("id", "request_id", request -> request.setRequestId(id)),
                        getPool("id", "member_id", request -> request.setMemberId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> pools() {
        return BadInput.allRefused(Stream.of("", "x".repeat(65), "käthe", "⌂owls", "nul\0")
                .flatMap(pool -> Stream.of(
                        createPool("pool", "pool_id", request -> request.setPoolId(pool)),
                        inviteToPool("pool", "pool_id", request -> request.setPoolId(pool)),
                        joinPool("pool", "pool_id", request -> request.setPoolId(pool)),
                        leavePool("pool", "pool_id", request -> request.setPoolId(pool)),
                        changePoolRole("pool", "pool_id", request -> request.setPoolId(pool)),
                        putIntoPool("pool", "pool_id", request -> request.setPoolId(pool)),
                        takeFromPool("pool", "pool_id", request -> request.setPoolId(pool)),
                        getPool("pool", "pool_id", request -> request.setPoolId(pool)))));
    }

    @TestFactory
    Stream<DynamicTest> roles() {
        return BadInput.allRefused(Stream.of(
                inviteToPool("nothing", "role", request -> request.clearRole()),
                inviteToPool("owner", "role", request -> request.setRole(PoolRole.POOL_ROLE_OWNER)),
                inviteToPool("unknown", "role", request -> request.setRoleValue(9)),
                changePoolRole("nothing", "role", request -> request.clearRole()),
                changePoolRole("unknown", "role", request -> request.setRoleValue(9))));
    }

    @TestFactory
    Stream<DynamicTest> unitsAndAmounts() {
        return BadInput.allRefused(Stream.concat(
                Stream.of("", "Points", "a b", "x".repeat(41))
                        .flatMap(unit -> Stream.of(
                                putIntoPool("unit", "unit", request -> request.setUnit(unit)),
                                takeFromPool("unit", "unit", request -> request.setUnit(unit)))),
                Stream.of(0L, -1L, Long.MIN_VALUE, 1_000_000_000_000_001L)
                        .flatMap(amount -> Stream.of(
                                putIntoPool("amount", "amount", request -> request.setAmount(amount)),
                                takeFromPool("amount", "amount", request -> request.setAmount(amount))))));
    }

    private static BadInput createPool(String name, String field, Consumer<CreatePoolRequest.Builder> spoil) {
        CreatePoolRequest.Builder request = CreatePoolRequest.newBuilder()
                .setMemberId("anna")
                .setPoolId("owls")
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("CreatePool: " + name, field, () -> STUB.createPool(request.build()));
    }

    private static BadInput inviteToPool(String name, String field, Consumer<InviteToPoolRequest.Builder> spoil) {
        InviteToPoolRequest.Builder request = InviteToPoolRequest.newBuilder()
                .setByMemberId("ben")
                .setPoolId("owls")
                .setMemberId("anna")
                .setRole(PoolRole.POOL_ROLE_ADULT)
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("InviteToPool: " + name, field, () -> STUB.inviteToPool(request.build()));
    }

    private static BadInput joinPool(String name, String field, Consumer<JoinPoolRequest.Builder> spoil) {
        JoinPoolRequest.Builder request = JoinPoolRequest.newBuilder()
                .setMemberId("anna")
                .setPoolId("owls")
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("JoinPool: " + name, field, () -> STUB.joinPool(request.build()));
    }

    private static BadInput leavePool(String name, String field, Consumer<LeavePoolRequest.Builder> spoil) {
        LeavePoolRequest.Builder request = LeavePoolRequest.newBuilder()
                .setMemberId("anna")
                .setPoolId("owls")
                .setByMemberId("ben")
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("LeavePool: " + name, field, () -> STUB.leavePool(request.build()));
    }

    private static BadInput changePoolRole(String name, String field, Consumer<ChangePoolRoleRequest.Builder> spoil) {
        ChangePoolRoleRequest.Builder request = ChangePoolRoleRequest.newBuilder()
                .setByMemberId("ben")
                .setPoolId("owls")
                .setMemberId("anna")
                .setRole(PoolRole.POOL_ROLE_ADULT)
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("ChangePoolRole: " + name, field, () -> STUB.changePoolRole(request.build()));
    }

    private static BadInput putIntoPool(String name, String field, Consumer<PutIntoPoolRequest.Builder> spoil) {
        PutIntoPoolRequest.Builder request = PutIntoPoolRequest.newBuilder()
                .setMemberId("anna")
                .setPoolId("owls")
                .setUnit("points")
                .setAmount(1)
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("PutIntoPool: " + name, field, () -> STUB.putIntoPool(request.build()));
    }

    private static BadInput takeFromPool(String name, String field, Consumer<TakeFromPoolRequest.Builder> spoil) {
        TakeFromPoolRequest.Builder request = TakeFromPoolRequest.newBuilder()
                .setMemberId("anna")
                .setPoolId("owls")
                .setUnit("points")
                .setAmount(1)
                .setRequestId("key-1");
        spoil.accept(request);
        return new BadInput("TakeFromPool: " + name, field, () -> STUB.takeFromPool(request.build()));
    }

    private static BadInput getPool(String name, String field, Consumer<GetPoolRequest.Builder> spoil) {
        GetPoolRequest.Builder request =
                GetPoolRequest.newBuilder().setMemberId("anna").setPoolId("owls");
        spoil.accept(request);
        return new BadInput("GetPool: " + name, field, () -> STUB.getPool(request.build()));
    }
}
