package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.pool.PoolUnits;
import dev.perennial.application.loyalty.pool.PoolUnits.Amount;
import dev.perennial.application.loyalty.pool.Pools;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.ChangePoolRoleRequest;
import dev.perennial.contract.loyalty.v1.ChangePoolRoleResponse;
import dev.perennial.contract.loyalty.v1.CreatePoolRequest;
import dev.perennial.contract.loyalty.v1.CreatePoolResponse;
import dev.perennial.contract.loyalty.v1.GetPoolRequest;
import dev.perennial.contract.loyalty.v1.GetPoolResponse;
import dev.perennial.contract.loyalty.v1.InviteToPoolRequest;
import dev.perennial.contract.loyalty.v1.InviteToPoolResponse;
import dev.perennial.contract.loyalty.v1.JoinPoolRequest;
import dev.perennial.contract.loyalty.v1.JoinPoolResponse;
import dev.perennial.contract.loyalty.v1.LeavePoolRequest;
import dev.perennial.contract.loyalty.v1.LeavePoolResponse;
import dev.perennial.contract.loyalty.v1.PoolServiceGrpc;
import dev.perennial.contract.loyalty.v1.PutIntoPoolRequest;
import dev.perennial.contract.loyalty.v1.PutIntoPoolResponse;
import dev.perennial.contract.loyalty.v1.TakeFromPoolRequest;
import dev.perennial.contract.loyalty.v1.TakeFromPoolResponse;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** Families that save together. */
public final class PoolsGrpcService extends PoolServiceGrpc.PoolServiceImplBase {

    private final Pools pools;
    private final PoolUnits units;

    public PoolsGrpcService(Pools pools, PoolUnits units) {
        this.pools = pools;
        this.units = units;
    }

    @Override
    public void createPool(CreatePoolRequest request, StreamObserver<CreatePoolResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                pools.create(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getPoolId(),
                        identity,
                        report -> Replies.payload(CreatePoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                CreatePoolResponse.parser(),
                observer);
    }

    @Override
    public void inviteToPool(InviteToPoolRequest request, StreamObserver<InviteToPoolResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                pools.invite(
                        tenant,
                        new MemberId(request.getByMemberId()),
                        request.getPoolId(),
                        new MemberId(request.getMemberId()),
                        PoolTranslator.role(request.getRole()),
                        identity,
                        report -> Replies.payload(InviteToPoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                InviteToPoolResponse.parser(),
                observer);
    }

    @Override
    public void joinPool(JoinPoolRequest request, StreamObserver<JoinPoolResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                pools.join(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getPoolId(),
                        identity,
                        report -> Replies.payload(JoinPoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                JoinPoolResponse.parser(),
                observer);
    }

    @Override
    public void leavePool(LeavePoolRequest request, StreamObserver<LeavePoolResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                pools.leave(
                        tenant,
                        new MemberId(request.getByMemberId()),
                        request.getPoolId(),
                        new MemberId(request.getMemberId()),
                        identity,
                        report -> Replies.payload(LeavePoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                LeavePoolResponse.parser(),
                observer);
    }

    @Override
    public void changePoolRole(ChangePoolRoleRequest request, StreamObserver<ChangePoolRoleResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                pools.changeRole(
                        tenant,
                        new MemberId(request.getByMemberId()),
                        request.getPoolId(),
                        new MemberId(request.getMemberId()),
                        PoolTranslator.role(request.getRole()),
                        identity,
                        report -> Replies.payload(ChangePoolRoleResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                ChangePoolRoleResponse.parser(),
                observer);
    }

    @Override
    public void putIntoPool(PutIntoPoolRequest request, StreamObserver<PutIntoPoolResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                units.put(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getPoolId(),
                        new Amount(new UnitId(request.getUnit()), request.getAmount()),
                        identity,
                        report -> Replies.payload(PutIntoPoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                PutIntoPoolResponse.parser(),
                observer);
    }

    @Override
    public void takeFromPool(TakeFromPoolRequest request, StreamObserver<TakeFromPoolResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                units.take(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getPoolId(),
                        new Amount(new UnitId(request.getUnit()), request.getAmount()),
                        identity,
                        report -> Replies.payload(TakeFromPoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build())),
                TakeFromPoolResponse.parser(),
                observer);
    }

    @Override
    public void getPool(GetPoolRequest request, StreamObserver<GetPoolResponse> observer) {
        Replies.send(
                pools.get(Caller.tenant(), new MemberId(request.getMemberId()), request.getPoolId())
                        .map(report -> GetPoolResponse.newBuilder()
                                .setPool(PoolTranslator.pool(report))
                                .setMemberSeq(report.memberSequence())
                                .build()),
                observer);
    }
}
