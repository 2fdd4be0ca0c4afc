package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Discount;
import dev.perennial.contract.program.v1.FreeShipping;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;

/** Discounts, both ways. */
final class DiscountSection {

    private DiscountSection() {}

    static DiscountDocument read(Discount proto) {
        return new DiscountDocument(
                proto.getId(),
                LocalizedTextFields.read(proto.getName()),
                gates(proto),
                worth(proto),
                BaseSection.goods(proto.getGoods()),
                proto.getGroup(),
                proto.getExclusive());
    }

    static Discount write(DiscountDocument discount) {
        Discount.Builder proto = Discount.newBuilder()
                .setId(discount.id())
                .setName(LocalizedTextFields.write(discount.name()))
                .setGroup(discount.group())
                .setExclusive(discount.exclusive());
        write(discount.worth(), proto);
        write(discount.gates(), proto);
        if (!discount.goods().isEmpty()) {
            proto.setGoods(BaseSection.goods(discount.goods()));
        }
        return proto.build();
    }

    private static VoucherWorth worth(Discount proto) {
        return switch (proto.getWorthCase()) {
            case FREE_PRODUCT ->
                new VoucherWorth.FreeProduct(proto.getFreeProduct().getSku());
            case AMOUNT_OFF -> new VoucherWorth.AmountOff(proto.getAmountOff().getAmount());
            case PERCENT_OFF ->
                new VoucherWorth.PercentOff(
                        proto.getPercentOff().getPercent(),
                        proto.getPercentOff().getMost());
            case FREE_SHIPPING -> new VoucherWorth.FreeShipping();
            case WORTH_NOT_SET -> throw new IllegalArgumentException("a discount without worth passed validation");
        };
    }

    private static void write(VoucherWorth worth, Discount.Builder proto) {
        switch (worth) {
            case VoucherWorth.FreeProduct(String sku) ->
                proto.getFreeProductBuilder().setSku(sku);
            case VoucherWorth.AmountOff(long amount) ->
                proto.getAmountOffBuilder().setAmount(amount);
            case VoucherWorth.PercentOff(int percent, long most) ->
                proto.getPercentOffBuilder().setPercent(percent).setMost(most);
            case VoucherWorth.FreeShipping() -> proto.setFreeShipping(FreeShipping.getDefaultInstance());
            case VoucherWorth.Access() -> throw new IllegalArgumentException("a discount takes something off");
        }
    }

    private static RewardGates gates(Discount proto) {
        return new RewardGates(
                proto.hasAvailableFrom() ? Times.toDomain(proto.getAvailableFrom()) : null,
                proto.hasAvailableUntil() ? Times.toDomain(proto.getAvailableUntil()) : null,
                proto.getTiersList(),
                proto.getCondition(),
                proto.getLimitsList().stream().map(RewardSection::limit).toList());
    }

    private static void write(RewardGates gates, Discount.Builder proto) {
        Instant from = gates.startsAt();
        if (from != null) {
            proto.setAvailableFrom(Times.toProto(from));
        }
        Instant until = gates.endsAt();
        if (until != null) {
            proto.setAvailableUntil(Times.toProto(until));
        }
        proto.addAllTiers(gates.tiers()).setCondition(gates.condition());
        gates.limits().forEach(limit -> proto.addLimits(RewardSection.limit(limit)));
    }
}
