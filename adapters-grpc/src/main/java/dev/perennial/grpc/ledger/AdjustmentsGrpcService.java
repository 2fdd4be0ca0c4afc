package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.Adjustment;
import dev.perennial.application.ledger.ProposalLog;
import dev.perennial.application.ledger.Proposals;
import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.ledger.v1.AdjustmentProposal;
import dev.perennial.contract.ledger.v1.AdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.ApproveAdjustmentRequest;
import dev.perennial.contract.ledger.v1.ApproveAdjustmentResponse;
import dev.perennial.contract.ledger.v1.GetAdjustmentProposalRequest;
import dev.perennial.contract.ledger.v1.GetAdjustmentProposalResponse;
import dev.perennial.contract.ledger.v1.ListAdjustmentProposalsRequest;
import dev.perennial.contract.ledger.v1.ListAdjustmentProposalsResponse;
import dev.perennial.contract.ledger.v1.ProposeAdjustmentRequest;
import dev.perennial.contract.ledger.v1.ProposeAdjustmentResponse;
import dev.perennial.contract.ledger.v1.RejectAdjustmentRequest;
import dev.perennial.contract.ledger.v1.RejectAdjustmentResponse;
import dev.perennial.domain.loyalty.Approvals.Decided;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.time.Duration;

/** Corrections by hand that need a second pair of eyes. */
public final class AdjustmentsGrpcService extends AdjustmentServiceGrpc.AdjustmentServiceImplBase {

    private static final int USUAL_DAYS = 7;

    private final Proposals proposals;

    public AdjustmentsGrpcService(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public void proposeAdjustment(
            ProposeAdjustmentRequest request, StreamObserver<ProposeAdjustmentResponse> observer) {
        Tenant tenant = Caller.tenant();
        int days = request.getValidForDays() == 0 ? USUAL_DAYS : request.getValidForDays();
        Replies.send(
                proposals.propose(
                        tenant,
                        new Adjustment(
                                new MemberId(request.getMemberId()),
                                correction(request),
                                request.getReason(),
                                request.getActor(),
                                Expectations.NONE),
                        Duration.ofDays(days),
                        Identities.command(tenant, request.getRequestId(), request),
                        decided -> Replies.payload(ProposeAdjustmentResponse.newBuilder()
                                .setProposal(proposal(decided))
                                .build())),
                ProposeAdjustmentResponse.parser(),
                observer);
    }

    private static Correction correction(ProposeAdjustmentRequest request) {
        return request.hasReinstate()
                ? Reinstatements.correction(request.getUnit(), request.getReinstate())
                : new Correction.Adjust(new UnitId(request.getUnit()), request.getAmount());
    }

    @Override
    public void approveAdjustment(
            ApproveAdjustmentRequest request, StreamObserver<ApproveAdjustmentResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                proposals.approve(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getProposalNumber(),
                        request.getActor(),
                        Identities.command(tenant, request.getRequestId(), request),
                        AdjustmentsGrpcService::approved),
                ApproveAdjustmentResponse.parser(),
                observer);
    }

    private static Payload approved(Decided decided) {
        MemberState after = decided.decision().after();
        return Replies.payload(ApproveAdjustmentResponse.newBuilder()
                .setProposal(proposal(decided))
                .addAllEntries(LedgerTranslator.entries(decided.decision().entries()))
                .addAllBalances(LedgerTranslator.balances(after.wallet()))
                .setMemberSeq(after.sequence())
                .build());
    }

    @Override
    public void rejectAdjustment(RejectAdjustmentRequest request, StreamObserver<RejectAdjustmentResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                proposals.reject(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getProposalNumber(),
                        request.getActor(),
                        request.getBecause(),
                        Identities.command(tenant, request.getRequestId(), request),
                        decided -> Replies.payload(RejectAdjustmentResponse.newBuilder()
                                .setProposal(proposal(decided))
                                .build())),
                RejectAdjustmentResponse.parser(),
                observer);
    }

    private static AdjustmentProposal proposal(Decided decided) {
        return ProposalTranslator.proposal(
                decided.proposal(), decided.decision().after().advancedTo());
    }

    @Override
    public void getAdjustmentProposal(
            GetAdjustmentProposalRequest request, StreamObserver<GetAdjustmentProposalResponse> observer) {
        Replies.send(
                proposals
                        .get(Caller.tenant(), new MemberId(request.getMemberId()), request.getProposalNumber())
                        .map(found -> GetAdjustmentProposalResponse.newBuilder()
                                .setProposal(ProposalTranslator.proposal(
                                        found.listed().getFirst().proposal(), found.asOf()))
                                .build()),
                observer);
    }

    @Override
    public void listAdjustmentProposals(
            ListAdjustmentProposalsRequest request, StreamObserver<ListAdjustmentProposalsResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListAdjustmentProposalsRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.map(page -> page(tenant, query, page)), observer);
    }

    private ListAdjustmentProposalsResponse page(Tenant tenant, ListAdjustmentProposalsRequest query, Paging page) {
        Proposals.Page found =
                proposals.list(tenant, ProposalTranslator.state(query.getState()), page.position(), page.limit());
        return ListAdjustmentProposalsResponse.newBuilder()
                .addAllProposals(page.page(found.listed()).stream()
                        .map(listed -> ProposalTranslator.proposal(listed.proposal(), found.asOf()))
                        .toList())
                .setNextPageToken(page.nextToken(found.listed(), ProposalLog.Listed::position))
                .build();
    }
}
