package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.books.LiabilityReport;
import dev.perennial.contract.ledger.v1.ExpiryLiability;
import dev.perennial.contract.ledger.v1.GetLiabilityResponse;
import dev.perennial.contract.ledger.v1.NotOwed;
import dev.perennial.contract.ledger.v1.OwedUnits;
import dev.perennial.contract.ledger.v1.UnitLiability;
import dev.perennial.contract.ledger.v1.UnitValue;
import dev.perennial.contract.ledger.v1.VersionLiability;
import dev.perennial.domain.ledger.books.Liability;
import dev.perennial.domain.ledger.books.Money;
import dev.perennial.domain.ledger.books.Owed;
import dev.perennial.domain.ledger.books.Valuation;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.grpc.shared.Times;
import java.time.YearMonth;

/** What is owed, for the reply. */
final class LiabilityTranslator {

    private LiabilityTranslator() {}

    static GetLiabilityResponse toProto(LiabilityReport report) {
        return GetLiabilityResponse.newBuilder()
                .addAllUnits(report.liability().units().stream()
                        .map(unit -> unit(unit, report.valuations().name(unit.unit())))
                        .toList())
                .addAllWorth(report.liability().worth().stream()
                        .map(BookWords::toProto)
                        .toList())
                .addAllNotOwed(report.notOwed().stream()
                        .map(LiabilityTranslator::notOwed)
                        .toList())
                .setAsOf(Times.toProto(report.at().asOf()))
                .setAsKnownAt(Times.toProto(report.at().knownAt()))
                .setTimeZone(report.zone().getId())
                .build();
    }

    private static UnitLiability unit(Liability.OfUnit unit, String name) {
        return UnitLiability.newBuilder()
                .setUnit(unit.unit().value())
                .setUnitName(name)
                .setOwed(owed(unit.owed()))
                .setOverdue(unit.overdue())
                .setDebt(unit.debt())
                .addAllWorth(unit.worth().stream().map(BookWords::toProto).toList())
                .addAllVersions(unit.versions().stream()
                        .map(LiabilityTranslator::version)
                        .toList())
                .build();
    }

    private static VersionLiability version(Liability.OfVersion version) {
        VersionLiability.Builder proto = VersionLiability.newBuilder()
                .setProgramVersion(version.version())
                .setOwed(owed(version.owed()))
                .setOverdue(version.overdue())
                .addAllExpiries(version.expiries().stream()
                        .map(LiabilityTranslator::expiry)
                        .toList());
        version.valuation().ifPresent(known -> proto.setFairValue(value(known)));
        version.worth().ifPresent(worth -> proto.setWorth(BookWords.toProto(worth)));
        return proto.build();
    }

    private static UnitValue value(Valuation valuation) {
        return UnitValue.newBuilder()
                .setUnits(valuation.value().units())
                .setWorth(BookWords.toProto(
                        new Money(valuation.currency(), valuation.value().amount())))
                .build();
    }

    private static ExpiryLiability expiry(Liability.OfExpiry expiry) {
        ExpiryLiability.Builder proto = ExpiryLiability.newBuilder().setOwed(owed(expiry.owed()));
        YearMonth month = expiry.month();
        if (month != null) {
            proto.setMonth(Times.toProto(month));
        } else if (expiry.sliding()) {
            proto.setSliding(true);
        } else {
            proto.setNever(true);
        }
        expiry.worth().ifPresent(worth -> proto.setWorth(BookWords.toProto(worth)));
        return proto.build();
    }

    private static OwedUnits owed(Owed owed) {
        return OwedUnits.newBuilder()
                .setAvailable(owed.available())
                .setPending(owed.pending())
                .setHeld(owed.held())
                .setTotal(owed.total())
                .build();
    }

    private static NotOwed notOwed(UnitDefinition unit) {
        return NotOwed.newBuilder()
                .setUnit(unit.id())
                .setUnitName(unit.name())
                .setReason(BookWords.reason(unit.kind()))
                .build();
    }
}
