package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.PerAmount;
import dev.perennial.contract.program.v1.PerAttribute;
import dev.perennial.domain.program.EarningAmount;

/** How much a rule grants. */
final class AmountFields {

    private AmountFields() {}

    static EarningAmount read(EarningRule proto) {
        return switch (proto.getAmountCase()) {
            case PER_AMOUNT -> read(proto.getPerAmount());
            case PER_ITEM -> new EarningAmount.PerItem(proto.getPerItem().getUnits());
            case PER_ATTRIBUTE -> read(proto.getPerAttribute());
            case FIXED -> new EarningAmount.Fixed(proto.getFixed().getUnits());
            case AMOUNT_NOT_SET -> throw new IllegalArgumentException("an unset amount passed validation");
        };
    }

    private static EarningAmount read(PerAmount proto) {
        return new EarningAmount.PerAmount(
                proto.getUnits(), proto.getEach(), ProgramWords.ROUNDING.toDomain(proto.getRounding()));
    }

    private static EarningAmount read(PerAttribute proto) {
        return new EarningAmount.PerAttribute(
                proto.getAttribute(),
                proto.getUnits(),
                proto.getEach(),
                ProgramWords.ROUNDING.toDomain(proto.getRounding()));
    }

    static void write(EarningAmount amount, EarningRule.Builder proto) {
        switch (amount) {
            case EarningAmount.PerAmount(var units, var each, var rounding) ->
                proto.getPerAmountBuilder()
                        .setUnits(units)
                        .setEach(each)
                        .setRounding(ProgramWords.ROUNDING.toProto(rounding));
            case EarningAmount.PerItem(var units) -> proto.getPerItemBuilder().setUnits(units);
            case EarningAmount.PerAttribute(var name, var units, var each, var rounding) ->
                proto.getPerAttributeBuilder()
                        .setAttribute(name)
                        .setUnits(units)
                        .setEach(each)
                        .setRounding(ProgramWords.ROUNDING.toProto(rounding));
            case EarningAmount.Fixed(var units) -> proto.getFixedBuilder().setUnits(units);
        }
    }
}
