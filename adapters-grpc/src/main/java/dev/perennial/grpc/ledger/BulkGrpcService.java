package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.BulkAdjustments;
import dev.perennial.application.ledger.BulkApproval;
import dev.perennial.application.ledger.BulkApproval.Content;
import dev.perennial.application.ledger.BulkApproving;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.ledger.v1.AdjustInBulkRequest;
import dev.perennial.contract.ledger.v1.AdjustInBulkResponse;
import dev.perennial.contract.ledger.v1.ApproveBulkRequest;
import dev.perennial.contract.ledger.v1.ApproveBulkResponse;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.ListBulkApprovalsRequest;
import dev.perennial.contract.ledger.v1.ListBulkApprovalsResponse;
import dev.perennial.contract.ledger.v1.WithdrawBulkApprovalRequest;
import dev.perennial.contract.ledger.v1.WithdrawBulkApprovalResponse;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import dev.perennial.grpc.shared.Validation;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;

/** Many corrections by hand that belong together. */
public final class BulkGrpcService extends BulkAdjustmentServiceGrpc.BulkAdjustmentServiceImplBase {

    private static final int USUAL_DAYS = 7;

    private final BulkAdjustments bulks;
    private final BulkApproving approving;
    private final Validation validation;

    public BulkGrpcService(BulkAdjustments bulks, BulkApproving approving, Validation validation) {
        this.bulks = bulks;
        this.approving = approving;
        this.validation = validation;
    }

    @Override
    public StreamObserver<AdjustInBulkRequest> adjustInBulk(StreamObserver<AdjustInBulkResponse> observer) {
        return new BulkStream(
                Caller.tenant(), bulks, validation, (ServerCallStreamObserver<AdjustInBulkResponse>) observer);
    }

    @Override
    public void approveBulk(ApproveBulkRequest request, StreamObserver<ApproveBulkResponse> observer) {
        int days = request.getValidForDays() == 0 ? USUAL_DAYS : request.getValidForDays();
        BulkApproval kept = approving.approve(
                Caller.tenant(),
                new Content(request.getBulkId(), request.getContentHash()),
                request.getActor(),
                Duration.ofDays(days));
        Replies.send(
                Result.ok(ApproveBulkResponse.newBuilder()
                        .setApprover(kept.approver())
                        .setApprovedAt(Times.toProto(kept.approvedAt()))
                        .setExpiresAt(Times.toProto(kept.expiresAt()))
                        .build()),
                observer);
    }

    @Override
    public void withdrawBulkApproval(
            WithdrawBulkApprovalRequest request, StreamObserver<WithdrawBulkApprovalResponse> observer) {
        Replies.send(
                approving
                        .withdraw(
                                Caller.tenant(),
                                new Content(request.getBulkId(), request.getContentHash()),
                                request.getActor(),
                                request.getBecause())
                        .map(left -> WithdrawBulkApprovalResponse.newBuilder()
                                .addAllApprovals(BulkApprovalTranslator.approvals(left.approvals(), left.asOf()))
                                .build()),
                observer);
    }

    @Override
    public void listBulkApprovals(
            ListBulkApprovalsRequest request, StreamObserver<ListBulkApprovalsResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListBulkApprovalsRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.map(page -> page(tenant, query, page)), observer);
    }

    private ListBulkApprovalsResponse page(Tenant tenant, ListBulkApprovalsRequest query, Paging page) {
        BulkApproving.Page found =
                approving.list(tenant, BulkApprovalTranslator.state(query.getState()), page.position(), page.limit());
        return ListBulkApprovalsResponse.newBuilder()
                .addAllApprovals(BulkApprovalTranslator.approvals(page.page(found.approvals()), found.asOf()))
                .setNextPageToken(page.nextToken(found.approvals(), BulkApproval::position))
                .build();
    }
}
