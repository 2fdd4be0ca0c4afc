package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.books.Breakage;
import dev.perennial.contract.ledger.v1.BreakageEstimate;
import dev.perennial.contract.ledger.v1.BreakageMethod;
import dev.perennial.contract.ledger.v1.BreakageVintage;
import dev.perennial.contract.ledger.v1.GetBreakageResponse;
import dev.perennial.contract.ledger.v1.UnitBreakage;
import dev.perennial.domain.insight.BreakageEstimate.Estimated;
import dev.perennial.domain.insight.BreakageEstimate.NotEnoughHistory;
import dev.perennial.domain.ledger.books.Vintages.Vintage;
import dev.perennial.grpc.shared.Times;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What became of units, for the reply. */
final class BreakageTranslator {

    private BreakageTranslator() {}

    static GetBreakageResponse toProto(Breakage breakage) {
        return GetBreakageResponse.newBuilder()
                .addAllUnits(breakage.units().stream()
                        .map(unit -> unit(unit, breakage))
                        .toList())
                .setTimeZone(breakage.zone().getId())
                .setAsKnownAt(Times.toProto(breakage.knownAt()))
                .build();
    }

    private static UnitBreakage unit(Breakage.OfUnit unit, Breakage breakage) {
        List<BreakageVintage> vintages = new ArrayList<>();
        for (int i = 0; i < unit.vintages().size(); i++) {
            YearMonth month = breakage.first().plusMonths(i);
            BreakageVintage.Builder vintage = vintage(unit.vintages().get(i))
                    .setMonth(Times.toProto(month))
                    .setIncomplete(!month.isBefore(breakage.running()));
            int place = unit.offset() + i;
            if (unit.estimate() instanceof Estimated known
                    && place < known.ultimate().size()) {
                vintage.setUltimateExpired(known.ultimate().get(place));
            }
            vintages.add(vintage.build());
        }
        return UnitBreakage.newBuilder()
                .setUnit(unit.unit().value())
                .setUnitName(unit.name())
                .addAllVintages(vintages)
                .setEstimate(estimate(unit.estimate()))
                .build();
    }

    private static BreakageVintage.Builder vintage(Vintage vintage) {
        BreakageVintage.Builder proto = BreakageVintage.newBuilder()
                .setIssued(vintage.issued())
                .setRedeemed(vintage.redeemed())
                .setExpired(vintage.expired())
                .setCancelled(vintage.cancelled())
                .setTakenBack(vintage.takenBack())
                .setOther(vintage.other())
                .setOpen(vintage.open());
        if (vintage.issued() > 0) {
            proto.setBreakage((double) vintage.expired() / vintage.issued());
        }
        return proto;
    }

    private static BreakageEstimate estimate(dev.perennial.domain.insight.BreakageEstimate estimate) {
        BreakageEstimate.Builder proto = BreakageEstimate.newBuilder()
                .setMethod(BreakageMethod.BREAKAGE_METHOD_CHAIN_LADDER_CAPE_COD)
                .setVintages(estimate.vintages());
        switch (estimate) {
            case Estimated known -> proto.setUltimateBreakage(known.share());
            case NotEnoughHistory none -> proto.setMissing(BookWords.toProto(none.missing()));
        }
        return proto.build();
    }
}
