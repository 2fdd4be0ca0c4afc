package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.transfer.Transfers;
import dev.perennial.application.loyalty.transfer.Transfers.Asked;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.GetTransferRequest;
import dev.perennial.contract.loyalty.v1.GetTransferResponse;
import dev.perennial.contract.loyalty.v1.ListTransfersRequest;
import dev.perennial.contract.loyalty.v1.ListTransfersResponse;
import dev.perennial.contract.loyalty.v1.TransferServiceGrpc;
import dev.perennial.contract.loyalty.v1.TransferUnitsRequest;
import dev.perennial.contract.loyalty.v1.TransferUnitsResponse;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.ledger.LedgerTranslator;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** Units that members send to each other. */
public final class TransfersGrpcService extends TransferServiceGrpc.TransferServiceImplBase {

    private final Transfers transfers;

    public TransfersGrpcService(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void transferUnits(TransferUnitsRequest request, StreamObserver<TransferUnitsResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                transfers.send(
                        tenant,
                        new MemberId(request.getMemberId()),
                        new Asked(
                                new MemberId(request.getToMemberId()),
                                new UnitId(request.getUnit()),
                                request.getAmount(),
                                request.getMessage()),
                        expectations(request),
                        Identities.command(tenant, request.getRequestId(), request),
                        sent -> {
                            MemberState after = sent.decision().after();
                            return Replies.payload(TransferUnitsResponse.newBuilder()
                                    .setTransfer(TransferTranslator.transfer(sent.transfer()))
                                    .addAllBalances(LedgerTranslator.balances(after.wallet()))
                                    .setMemberSeq(after.sequence())
                                    .build());
                        }),
                TransferUnitsResponse.parser(),
                observer);
    }

    private static Expectations expectations(TransferUnitsRequest request) {
        return Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
    }

    @Override
    public void getTransfer(GetTransferRequest request, StreamObserver<GetTransferResponse> observer) {
        Replies.send(
                transfers
                        .get(Caller.tenant(), new MemberId(request.getMemberId()), request.getTransferNumber())
                        .map(transfer -> GetTransferResponse.newBuilder()
                                .setTransfer(TransferTranslator.transfer(transfer))
                                .build()),
                observer);
    }

    @Override
    public void listTransfers(ListTransfersRequest request, StreamObserver<ListTransfersResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListTransfersRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.then(page -> page(tenant, new MemberId(query.getMemberId()), page)), observer);
    }

    private Result<ListTransfersResponse> page(Tenant tenant, MemberId member, Paging page) {
        return transfers
                .list(tenant, member, page.position(), page.limit())
                .map(found -> ListTransfersResponse.newBuilder()
                        .addAllTransfers(page.page(found).stream()
                                .map(listed -> TransferTranslator.transfer(listed.transfer()))
                                .toList())
                        .setNextPageToken(page.nextToken(found, listed -> listed.position()))
                        .build());
    }
}
