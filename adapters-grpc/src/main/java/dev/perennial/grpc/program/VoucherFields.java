package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Access;
import dev.perennial.contract.program.v1.FreeShipping;
import dev.perennial.contract.program.v1.Voucher;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardContent.CodeSource;
import dev.perennial.domain.program.RewardContent.VoucherWorth;

/** What a voucher is good for, and where its code comes from. */
final class VoucherFields {

    private VoucherFields() {}

    static RewardContent.Voucher read(Voucher proto) {
        return new RewardContent.Voucher(worth(proto), codes(proto), proto.getValidDays());
    }

    static Voucher write(RewardContent.Voucher voucher) {
        Voucher.Builder proto = Voucher.newBuilder().setValidDays(voucher.validDays());
        write(voucher.worth(), proto);
        switch (voucher.codes()) {
            case CodeSource.Generated(String format) ->
                proto.getGeneratedBuilder().setFormat(format);
            case CodeSource.Imported(String list) -> proto.getImportedBuilder().setList(list);
        }
        return proto.build();
    }

    private static VoucherWorth worth(Voucher proto) {
        return switch (proto.getWorthCase()) {
            case FREE_PRODUCT ->
                new VoucherWorth.FreeProduct(proto.getFreeProduct().getSku());
            case AMOUNT_OFF -> new VoucherWorth.AmountOff(proto.getAmountOff().getAmount());
            case PERCENT_OFF ->
                new VoucherWorth.PercentOff(
                        proto.getPercentOff().getPercent(),
                        proto.getPercentOff().getMost());
            case FREE_SHIPPING -> new VoucherWorth.FreeShipping();
            case ACCESS -> new VoucherWorth.Access();
            case WORTH_NOT_SET -> throw new IllegalArgumentException("a voucher without worth passed validation");
        };
    }

    private static void write(VoucherWorth worth, Voucher.Builder proto) {
        switch (worth) {
            case VoucherWorth.FreeProduct(String sku) ->
                proto.getFreeProductBuilder().setSku(sku);
            case VoucherWorth.AmountOff(long amount) ->
                proto.getAmountOffBuilder().setAmount(amount);
            case VoucherWorth.PercentOff(int percent, long most) ->
                proto.getPercentOffBuilder().setPercent(percent).setMost(most);
            case VoucherWorth.FreeShipping() -> proto.setFreeShipping(FreeShipping.getDefaultInstance());
            case VoucherWorth.Access() -> proto.setAccess(Access.getDefaultInstance());
        }
    }

    private static CodeSource codes(Voucher proto) {
        if (proto.hasImported()) {
            return new CodeSource.Imported(proto.getImported().getList());
        }
        String format = proto.getGenerated().getFormat();
        return new CodeSource.Generated(format.isEmpty() ? CodeSource.Generated.DEFAULT_FORMAT : format);
    }
}
