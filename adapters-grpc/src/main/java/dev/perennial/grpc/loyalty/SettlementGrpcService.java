package dev.perennial.grpc.loyalty;

import dev.perennial.application.ledger.flow.PartnerSettlements;
import dev.perennial.application.ledger.flow.Settlement;
import dev.perennial.contract.loyalty.v1.GetPartnerSettlementRequest;
import dev.perennial.contract.loyalty.v1.GetPartnerSettlementResponse;
import dev.perennial.contract.loyalty.v1.PartnerSettlement;
import dev.perennial.contract.loyalty.v1.SettlementLine;
import dev.perennial.contract.loyalty.v1.SettlementServiceGrpc;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;

/** Settlement with partners. */
public final class SettlementGrpcService extends SettlementServiceGrpc.SettlementServiceImplBase {

    private final PartnerSettlements settlements;

    public SettlementGrpcService(PartnerSettlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public void getPartnerSettlement(
            GetPartnerSettlementRequest request, StreamObserver<GetPartnerSettlementResponse> observer) {
        LocalDate first = Times.date(request.getFrom()).orElseThrow();
        LocalDate last = Times.date(request.getTo()).orElseThrow();
        Replies.send(settlements.get(Caller.tenant(), first, last).map(SettlementGrpcService::toProto), observer);
    }

    private static GetPartnerSettlementResponse toProto(Settlement settlement) {
        return GetPartnerSettlementResponse.newBuilder()
                .addAllPartners(settlement.partners().stream()
                        .map(SettlementGrpcService::partner)
                        .toList())
                .setStartTime(Times.toProto(settlement.days().start()))
                .setEndTime(Times.toProto(settlement.days().end()))
                .setTimeZone(settlement.zone().getId())
                .setIncomplete(!settlement.complete())
                .setAsKnownAt(Times.toProto(settlement.knownAt()))
                .build();
    }

    private static PartnerSettlement partner(Settlement.Partner partner) {
        return PartnerSettlement.newBuilder()
                .setPartner(partner.id())
                .setPartnerName(partner.name())
                .addAllLines(partner.lines().stream()
                        .map(SettlementGrpcService::line)
                        .toList())
                .build();
    }

    private static SettlementLine line(Settlement.Line line) {
        return SettlementLine.newBuilder()
                .setUnit(line.unit())
                .setUnitName(line.unitName())
                .setRule(line.rule())
                .setRuleName(line.ruleName())
                .setProgramVersion(line.programVersion())
                .setIssued(line.issued())
                .setTakenBack(line.takenBack())
                .setCancelled(line.cancelled())
                .setExpired(line.expired())
                .setNet(line.net())
                .build();
    }
}
