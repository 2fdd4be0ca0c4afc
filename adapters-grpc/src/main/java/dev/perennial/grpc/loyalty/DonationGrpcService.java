package dev.perennial.grpc.loyalty;

import dev.perennial.application.ledger.flow.DonationTotals;
import dev.perennial.application.ledger.flow.Donations;
import dev.perennial.contract.loyalty.v1.CauseDonations;
import dev.perennial.contract.loyalty.v1.DonationServiceGrpc;
import dev.perennial.contract.loyalty.v1.GetDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetDonationsResponse;
import dev.perennial.contract.loyalty.v1.GetMemberDonationsRequest;
import dev.perennial.contract.loyalty.v1.GetMemberDonationsResponse;
import dev.perennial.contract.loyalty.v1.UnitDonations;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was given to causes. */
public final class DonationGrpcService extends DonationServiceGrpc.DonationServiceImplBase {

    private final Donations donations;

    public DonationGrpcService(Donations donations) {
        this.donations = donations;
    }

    @Override
    public void getDonations(GetDonationsRequest request, StreamObserver<GetDonationsResponse> observer) {
        Optional<LocalDate> from = request.hasFrom() ? Times.date(request.getFrom()) : Optional.empty();
        Optional<LocalDate> to = request.hasTo() ? Times.date(request.getTo()) : Optional.empty();
        Replies.send(
                donations
                        .totals(Caller.tenant(), from, to)
                        .map(totals -> GetDonationsResponse.newBuilder()
                                .addAllCauses(causes(totals))
                                .setAsKnownAt(Times.toProto(totals.knownAt()))
                                .build()),
                observer);
    }

    @Override
    public void getMemberDonations(
            GetMemberDonationsRequest request, StreamObserver<GetMemberDonationsResponse> observer) {
        MemberId member = new MemberId(request.getMemberId());
        Replies.send(
                donations
                        .of(Caller.tenant(), member)
                        .map(totals -> GetMemberDonationsResponse.newBuilder()
                                .addAllCauses(causes(totals))
                                .setAsKnownAt(Times.toProto(totals.knownAt()))
                                .build()),
                observer);
    }

    private static List<CauseDonations> causes(DonationTotals totals) {
        return totals.causes().stream().map(DonationGrpcService::cause).toList();
    }

    private static CauseDonations cause(DonationTotals.Cause cause) {
        return CauseDonations.newBuilder()
                .setCause(cause.id())
                .setCauseName(cause.name())
                .addAllUnits(cause.totals().stream()
                        .map(total -> UnitDonations.newBuilder()
                                .setUnit(total.unit())
                                .setUnitName(total.unitName())
                                .setGiven(total.given())
                                .setPending(total.pending())
                                .build())
                        .toList())
                .build();
    }
}
