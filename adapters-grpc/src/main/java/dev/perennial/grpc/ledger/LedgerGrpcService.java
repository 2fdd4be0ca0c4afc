package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.Adjustment;
import dev.perennial.application.ledger.Statements;
import dev.perennial.application.ledger.UnitLedger;
import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.ledger.v1.AdjustUnitsRequest;
import dev.perennial.contract.ledger.v1.AdjustUnitsResponse;
import dev.perennial.contract.ledger.v1.GetBalancesRequest;
import dev.perennial.contract.ledger.v1.GetBalancesResponse;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.ListEntriesResponse;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsResponse;
import dev.perennial.domain.loyalty.Correction;
import dev.perennial.domain.loyalty.Correction.Corrected;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;

/** What members own. */
public final class LedgerGrpcService extends LedgerServiceGrpc.LedgerServiceImplBase {

    private final UnitLedger ledger;

    public LedgerGrpcService(UnitLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void getBalances(GetBalancesRequest request, StreamObserver<GetBalancesResponse> observer) {
        MemberId member = new MemberId(request.getMemberId());
        Replies.send(ledger.balances(Caller.tenant(), member).map(LedgerGrpcService::balances), observer);
    }

    private static GetBalancesResponse balances(MemberState state) {
        return GetBalancesResponse.newBuilder()
                .addAllBalances(LedgerTranslator.balances(state.wallet()))
                .setMemberSeq(state.sequence())
                .setAsOf(Times.toProto(state.advancedTo()))
                .build();
    }

    @Override
    public void listEntries(ListEntriesRequest request, StreamObserver<ListEntriesResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListEntriesRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), Long.MAX_VALUE);
        Replies.send(paging.then(page -> entries(tenant, query, page)), observer);
    }

    private Result<ListEntriesResponse> entries(Tenant tenant, ListEntriesRequest query, Paging page) {
        Optional<UnitId> unit =
                Optional.of(query.getUnit()).filter(id -> !id.isEmpty()).map(UnitId::new);
        MemberId member = new MemberId(query.getMemberId());
        return ledger.entries(tenant, member, unit, page.position(), page.limit())
                .map(found -> statement(found, page));
    }

    private static ListEntriesResponse statement(List<Statements.Line> found, Paging page) {
        return ListEntriesResponse.newBuilder()
                .addAllEntries(
                        page.page(found).stream().map(LedgerTranslator::line).toList())
                .setNextPageToken(page.nextToken(found, line -> line.entry().number()))
                .build();
    }

    @Override
    public void adjustUnits(AdjustUnitsRequest request, StreamObserver<AdjustUnitsResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                ledger.adjust(
                        tenant,
                        adjustment(request),
                        Identities.command(tenant, request.getRequestId(), request),
                        LedgerGrpcService::adjusted),
                AdjustUnitsResponse.parser(),
                observer);
    }

    private static Adjustment adjustment(AdjustUnitsRequest request) {
        Expectations expectations = Expectations.told(
                request.hasExpectedMemberSeq(),
                request.getExpectedMemberSeq(),
                request.hasExpectedProgramVersion(),
                request.getExpectedProgramVersion());
        return new Adjustment(
                new MemberId(request.getMemberId()),
                new Correction.Adjust(new UnitId(request.getUnit()), request.getAmount()),
                request.getReason(),
                request.getActor(),
                expectations);
    }

    static Payload adjusted(Corrected done, long command) {
        Decision decision = done.decision();
        return Replies.payload(AdjustUnitsResponse.newBuilder()
                .setCommandNumber(command)
                .addAllEntries(LedgerTranslator.entries(decision.entries()))
                .addAllBalances(LedgerTranslator.balances(decision.after().wallet()))
                .setMemberSeq(decision.after().sequence())
                .build());
    }

    @Override
    public void reinstateUnits(ReinstateUnitsRequest request, StreamObserver<ReinstateUnitsResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                ledger.adjust(
                        tenant,
                        Reinstatements.asked(request),
                        Identities.command(tenant, request.getRequestId(), request),
                        Reinstatements::given),
                ReinstateUnitsResponse.parser(),
                observer);
    }
}
