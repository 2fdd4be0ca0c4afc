package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.BulkAdjustments;
import dev.perennial.application.ledger.BulkApprovals.Approval;
import dev.perennial.contract.ledger.v1.AdjustInBulkRequest;
import dev.perennial.contract.ledger.v1.AdjustInBulkResponse;
import dev.perennial.contract.ledger.v1.ApproveBulkRequest;
import dev.perennial.contract.ledger.v1.ApproveBulkResponse;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import dev.perennial.grpc.shared.Validation;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Many corrections by hand that belong together. */
public final class BulkGrpcService extends BulkAdjustmentServiceGrpc.BulkAdjustmentServiceImplBase {

    private final BulkAdjustments bulks;
    private final Validation validation;

    public BulkGrpcService(BulkAdjustments bulks, Validation validation) {
        this.bulks = bulks;
        this.validation = validation;
    }

    @Override
    public StreamObserver<AdjustInBulkRequest> adjustInBulk(StreamObserver<AdjustInBulkResponse> observer) {
        return new BulkStream(
                Caller.tenant(), bulks, validation, (ServerCallStreamObserver<AdjustInBulkResponse>) observer);
    }

    @Override
    public void approveBulk(ApproveBulkRequest request, StreamObserver<ApproveBulkResponse> observer) {
        Approval kept =
                bulks.approve(Caller.tenant(), request.getBulkId(), request.getContentHash(), request.getActor());
        Replies.send(
                Result.ok(ApproveBulkResponse.newBuilder()
                        .setApprover(kept.approver())
                        .setApprovedAt(Times.toProto(kept.at()))
                        .build()),
                observer);
    }
}
