package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Reward;
import dev.perennial.contract.program.v1.RewardUnits;
import dev.perennial.domain.program.RewardContent;

/** What somebody has who redeems a reward. */
final class RewardContentFields {

    private RewardContentFields() {}

    static RewardContent read(Reward proto) {
        return switch (proto.getContentCase()) {
            case UNITS -> units(proto.getUnits());
            case VOUCHER -> VoucherFields.read(proto.getVoucher());
            case CONTENT_NOT_SET -> throw new IllegalArgumentException("a reward without content passed validation");
        };
    }

    static void write(RewardContent content, Reward.Builder proto) {
        switch (content) {
            case RewardContent.Units units -> proto.setUnits(units(units));
            case RewardContent.Voucher voucher -> proto.setVoucher(VoucherFields.write(voucher));
        }
    }

    private static RewardContent.Units units(RewardUnits proto) {
        return new RewardContent.Units(proto.getUnit(), proto.getAmount(), ExpiryFields.read(proto));
    }

    private static RewardUnits units(RewardContent.Units units) {
        RewardUnits.Builder proto =
                RewardUnits.newBuilder().setUnit(units.unit()).setAmount(units.amount());
        ExpiryFields.write(units.expiry(), proto);
        return proto.build();
    }
}
