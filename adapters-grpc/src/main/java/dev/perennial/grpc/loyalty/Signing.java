package dev.perennial.grpc.loyalty;

import dev.perennial.domain.loyalty.reward.Voucher;
import dev.perennial.domain.program.RewardContent.VoucherWorth;

/** Signs codes of vouchers in a tenant's name. */
@FunctionalInterface
interface Signing {

    /** For replies in which no voucher can be used. */
    Signing NONE = (voucher, reward, worth) -> "";

    /** The signed code of a voucher that can be used; always the same. */
    String sign(Voucher active, String reward, VoucherWorth worth);
}
