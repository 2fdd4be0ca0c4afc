package dev.perennial.grpc.ledger;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.application.ledger.books.PastBalances;
import dev.perennial.application.ledger.books.RevenueJournal;
import dev.perennial.application.ledger.books.UnitBreakage;
import dev.perennial.application.ledger.books.UnitLiabilities;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.GetBalanceAtRequest;
import dev.perennial.contract.ledger.v1.GetBalanceAtResponse;
import dev.perennial.contract.ledger.v1.GetBreakageRequest;
import dev.perennial.contract.ledger.v1.GetBreakageResponse;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.GetLiabilityResponse;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Refusals;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** The books. */
public final class BooksGrpcService extends BooksServiceGrpc.BooksServiceImplBase {

    private final UnitLiabilities liabilities;
    private final PastBalances balances;
    private final UnitBreakage breakage;
    private final RevenueJournal journal;

    public BooksGrpcService(
            UnitLiabilities liabilities, PastBalances balances, UnitBreakage breakage, RevenueJournal journal) {
        this.liabilities = liabilities;
        this.balances = balances;
        this.breakage = breakage;
        this.journal = journal;
    }

    @Override
    public void getLiability(GetLiabilityRequest request, StreamObserver<GetLiabilityResponse> observer) {
        Replies.send(
                liabilities
                        .get(
                                Caller.tenant(),
                                moment(request.hasAsOf(), request.getAsOf()),
                                moment(request.hasAsKnownAt(), request.getAsKnownAt()),
                                unit(request.getUnit()))
                        .map(LiabilityTranslator::toProto),
                observer);
    }

    @Override
    public void getBalanceAt(GetBalanceAtRequest request, StreamObserver<GetBalanceAtResponse> observer) {
        Replies.send(
                balances.at(
                                Caller.tenant(),
                                new MemberId(request.getMemberId()),
                                moment(request.hasAsOf(), request.getAsOf()),
                                moment(request.hasAsKnownAt(), request.getAsKnownAt()))
                        .map(BooksGrpcService::past),
                observer);
    }

    private static GetBalanceAtResponse past(PastBalances.Past past) {
        return GetBalanceAtResponse.newBuilder()
                .addAllBalances(LedgerTranslator.balances(past.balances()))
                .setAsOf(Times.toProto(past.at().asOf()))
                .setAsKnownAt(Times.toProto(past.at().knownAt()))
                .build();
    }

    @Override
    public void getBreakage(GetBreakageRequest request, StreamObserver<GetBreakageResponse> observer) {
        Replies.send(
                breakage.get(Caller.tenant(), month(request.getFrom()), month(request.getTo()), unit(request.getUnit()))
                        .map(BreakageTranslator::toProto),
                observer);
    }

    @Override
    public void streamJournal(StreamJournalRequest request, StreamObserver<StreamJournalResponse> observer) {
        // With a handler, sending to a caller who has gone is ignored instead of thrown.
        ((ServerCallStreamObserver<StreamJournalResponse>) observer).setOnCancelHandler(() -> {});
        var found = journal.get(
                Caller.tenant(),
                Times.date(request.getFrom()).orElseThrow(),
                Times.date(request.getTo()).orElseThrow(),
                unit(request.getUnit()));
        switch (found) {
            case Result.Ok<RevenueJournal.ByDay>(RevenueJournal.ByDay journal) -> {
                JournalTranslator.toProto(journal).forEach(observer::onNext);
                observer.onCompleted();
            }
            case Result.Refused<RevenueJournal.ByDay>(Refusal refusal) ->
                observer.onError(Failures.exception(Refusals.status(refusal)));
        }
    }

    private static Optional<Instant> moment(boolean given, Timestamp moment) {
        return given ? Optional.of(Times.toDomain(moment)) : Optional.empty();
    }

    private static Optional<UnitId> unit(String id) {
        return Optional.of(id).filter(given -> !given.isEmpty()).map(UnitId::new);
    }

    private static YearMonth month(Date given) {
        return YearMonth.from(Times.dayOrMonth(given).orElseThrow());
    }
}
