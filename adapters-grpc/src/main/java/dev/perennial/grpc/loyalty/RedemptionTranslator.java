package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.reward.Redemptions.Told;
import dev.perennial.contract.loyalty.v1.Redemption;
import dev.perennial.contract.loyalty.v1.RedemptionState;
import dev.perennial.contract.loyalty.v1.UnitAmount;
import dev.perennial.contract.loyalty.v1.Voucher;
import dev.perennial.contract.loyalty.v1.VoucherState;
import dev.perennial.domain.loyalty.RewardDecisions.Redeemed;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;

/** Redemptions as the contract tells them. */
final class RedemptionTranslator {

    private RedemptionTranslator() {}

    /** @param signing of a voucher that can be used */
    static Redemption redemption(Redeemed redeemed, Signing signing) {
        String locale = redeemed.decision().after().traits().locale();
        return redemption(redeemed.redemption(), redeemed.reward(), locale, signing);
    }

    static Redemption redemption(Told told, Signing signing) {
        return redemption(told.redemption(), told.reward(), told.locale(), signing);
    }

    static Redemption redemption(
            dev.perennial.domain.loyalty.reward.Redemption redemption,
            RewardDocument reward,
            String locale,
            Signing signing) {
        Redemption.Builder proto = Redemption.newBuilder()
                .setNumber(redemption.number())
                .setRewardId(redemption.reward())
                .setRewardName(reward.name().in(locale))
                .setProgramVersion(redemption.programVersion())
                .setState(state(redemption.state()))
                .setAskedAt(Times.toProto(redemption.askedAt()))
                .setChangedAt(Times.toProto(redemption.changedAt()));
        Instant until = redemption.holdsUntil();
        if (until != null) {
            proto.setHoldsUntil(Times.toProto(until));
        }
        Price price = redemption.price();
        if (price != null) {
            proto.setPrice(amount(price.unit(), price.amount()));
        }
        if (reward.content() instanceof RewardContent.Units units) {
            proto.setGranted(amount(units.unit(), units.amount()));
        }
        var voucher = redemption.voucher();
        if (voucher != null) {
            proto.setVoucher(voucher(voucher, reward, signing));
        }
        return proto.build();
    }

    static UnitAmount amount(String unit, long amount) {
        return UnitAmount.newBuilder().setUnit(unit).setAmount(amount).build();
    }

    private static Voucher voucher(
            dev.perennial.domain.loyalty.reward.Voucher voucher, RewardDocument reward, Signing signing) {
        Voucher.Builder proto = Voucher.newBuilder()
                .setCode(voucher.code())
                .setState(state(voucher.state()))
                .setChangedAt(Times.toProto(voucher.changedAt()))
                .setUsedFor(voucher.usedFor());
        Instant expiresAt = voucher.expiresAt();
        if (expiresAt != null) {
            proto.setExpiresAt(Times.toProto(expiresAt));
        }
        if (reward.content() instanceof RewardContent.Voucher content) {
            worth(content.worth(), proto);
            if (voucher.isActive()) {
                proto.setSignedCode(signing.sign(voucher, reward.id(), content.worth()));
            }
        }
        return proto.build();
    }

    private static void worth(VoucherWorth worth, Voucher.Builder proto) {
        switch (worth) {
            case VoucherWorth.FreeProduct(String sku) -> proto.setFreeProductSku(sku);
            case VoucherWorth.AmountOff(long amount) -> proto.setAmountOff(amount);
            case VoucherWorth.PercentOff(int percent, long most) ->
                proto.getPercentOffBuilder().setPercent(percent).setMost(most);
            case VoucherWorth.FreeShipping() -> proto.setFreeShipping(Voucher.FreeShipping.getDefaultInstance());
            case VoucherWorth.Access() -> proto.setAccess(Voucher.Access.getDefaultInstance());
        }
    }

    static RedemptionState state(dev.perennial.domain.loyalty.reward.RedemptionState state) {
        return switch (state) {
            case RESERVED -> RedemptionState.REDEMPTION_STATE_RESERVED;
            case REDEEMED -> RedemptionState.REDEMPTION_STATE_REDEEMED;
            case CANCELLED -> RedemptionState.REDEMPTION_STATE_CANCELLED;
            case REVERSED -> RedemptionState.REDEMPTION_STATE_REVERSED;
        };
    }

    private static VoucherState state(dev.perennial.domain.loyalty.reward.VoucherState state) {
        return switch (state) {
            case ACTIVE -> VoucherState.VOUCHER_STATE_ACTIVE;
            case HELD -> VoucherState.VOUCHER_STATE_HELD;
            case USED -> VoucherState.VOUCHER_STATE_USED;
            case EXPIRED -> VoucherState.VOUCHER_STATE_EXPIRED;
            case VOID -> VoucherState.VOUCHER_STATE_VOID;
        };
    }
}
