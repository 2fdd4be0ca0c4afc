package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.SlidingExpiry;
import dev.perennial.contract.program.v1.Unit;
import dev.perennial.domain.program.FairValue;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.grpc.activity.ActivityTypes;
import java.util.stream.Collectors;

/** What is counted and owned, both ways. */
final class UnitSection {

    private UnitSection() {}

    static UnitDefinition read(Unit proto) {
        return new UnitDefinition(
                proto.getId(),
                proto.getName(),
                proto.getScale(),
                ProgramWords.UNIT_KIND.toDomain(proto.getKind(), UnitDefinition.Kind.POINTS),
                proto.hasSlidingExpiry() ? sliding(proto.getSlidingExpiry()) : null,
                proto.getCause(),
                proto.hasFairValue() ? fairValue(proto.getFairValue()) : null,
                proto.hasApprovalAbove() ? proto.getApprovalAbove() : null);
    }

    static Unit write(UnitDefinition unit) {
        Unit.Builder proto = Unit.newBuilder()
                .setId(unit.id())
                .setName(unit.name())
                .setScale(unit.scale())
                .setKind(ProgramWords.UNIT_KIND.toProto(unit.kind()))
                .setCause(unit.cause());
        UnitDefinition.Sliding sliding = unit.sliding();
        if (sliding != null) {
            proto.setSlidingExpiry(sliding(sliding));
        }
        FairValue value = unit.fairValue();
        if (value != null) {
            proto.setFairValue(fairValue(value));
        }
        Long approvalAbove = unit.approvalAbove();
        if (approvalAbove != null) {
            proto.setApprovalAbove(approvalAbove);
        }
        return proto.build();
    }

    private static FairValue fairValue(dev.perennial.contract.program.v1.FairValue proto) {
        return new FairValue(proto.getUnits(), proto.getAmount());
    }

    private static dev.perennial.contract.program.v1.FairValue fairValue(FairValue value) {
        return dev.perennial.contract.program.v1.FairValue.newBuilder()
                .setUnits(value.units())
                .setAmount(value.amount())
                .build();
    }

    private static UnitDefinition.Sliding sliding(SlidingExpiry proto) {
        return new UnitDefinition.Sliding(
                proto.getMonths(),
                proto.getQualifyingList().stream().map(ActivityTypes::toDomain).collect(Collectors.toSet()));
    }

    /** The kinds are a set; they are written in the order of their declaration. */
    private static SlidingExpiry sliding(UnitDefinition.Sliding sliding) {
        return SlidingExpiry.newBuilder()
                .setMonths(sliding.months())
                .addAllQualifying(sliding.qualifying().stream()
                        .sorted()
                        .map(ActivityTypes::toProto)
                        .toList())
                .build();
    }
}
