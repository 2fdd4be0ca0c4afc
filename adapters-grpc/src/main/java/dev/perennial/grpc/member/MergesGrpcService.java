package dev.perennial.grpc.member;

import dev.perennial.application.loyalty.merge.MemberMerging;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.member.v1.MergeMembersRequest;
import dev.perennial.contract.member.v1.MergeMembersResponse;
import dev.perennial.contract.member.v1.MergeServiceGrpc;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** Members who turn out to be one customer. */
public final class MergesGrpcService extends MergeServiceGrpc.MergeServiceImplBase {

    private final MemberMerging merging;

    public MergesGrpcService(MemberMerging merging) {
        this.merging = merging;
    }

    @Override
    public void mergeMembers(MergeMembersRequest request, StreamObserver<MergeMembersResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                merging.merge(
                        tenant,
                        new MemberMerging.Asked(
                                new MemberId(request.getFromMemberId()),
                                new MemberId(request.getIntoMemberId()),
                                request.getReason(),
                                request.getActor()),
                        Identities.command(tenant, request.getRequestId(), request),
                        MergesGrpcService::merged),
                MergeMembersResponse.parser(),
                observer);
    }

    private static Payload merged(MemberState survivor) {
        return Replies.payload(MergeMembersResponse.newBuilder()
                .setMemberId(survivor.id().value())
                .setMemberSeq(survivor.sequence())
                .build());
    }
}
