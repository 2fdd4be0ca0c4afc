package dev.perennial.domain.testing;

import dev.perennial.domain.program.CheckoutDocument;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Discount;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.Goods;
import dev.perennial.domain.program.LocalizedText;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument.Limit;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.program.UnitPaymentDocument;
import dev.perennial.domain.shared.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * What baskets cost, in a line: {@code aTill(ADD).taking(percentOff("gold", 10)).paidWith("points", 100, 50)}.
 *
 * @param vouchersMax how many vouchers go with one order
 */
public record Till(List<Discount> discounts, Stacking stacking, int vouchersMax, List<UnitPaymentDocument> payments) {

    static final Till NONE = new Till(List.of(), Stacking.HIGHEST, CheckoutDocument.DEFAULT_VOUCHERS_MAX, List.of());

    public static Till aTill(Stacking stacking) {
        return new Till(List.of(), stacking, 3, List.of());
    }

    public static Discount off(String id, VoucherWorth worth) {
        return discount(id, worth, Goods.NONE, "", false, Condition.ALWAYS);
    }

    public static Discount percentOff(String id, int percent) {
        return off(id, new VoucherWorth.PercentOff(percent, 0));
    }

    /** The same, as one of a group. */
    public static Discount inGroup(String group, Discount one) {
        DiscountDocument document = one.document();
        return discount(document.id(), document.worth(), document.goods(), group, false, one.condition());
    }

    /** The same, going with no other. */
    public static Discount alone(Discount one) {
        DiscountDocument document = one.document();
        return discount(document.id(), document.worth(), document.goods(), "", true, one.condition());
    }

    /** The same, on some goods. */
    public static Discount on(Goods goods, Discount one) {
        DiscountDocument document = one.document();
        return discount(document.id(), document.worth(), goods, document.group(), false, one.condition());
    }

    /** The same, once for each member. */
    public static Discount once(Discount one) {
        DiscountDocument document = one.document();
        RewardGates gates = new RewardGates(null, null, List.of(), "", List.of(new Limit(Period.LIFETIME, 1)));
        return new Discount(
                new DiscountDocument(
                        document.id(), document.name(), gates, document.worth(), document.goods(), "", false),
                one.condition());
    }

    private static Discount discount(
            String id, VoucherWorth worth, Goods goods, String group, boolean exclusive, Condition condition) {
        return new Discount(
                new DiscountDocument(id, LocalizedText.of(id), RewardGates.NONE, worth, goods, group, exclusive),
                condition);
    }

    public Till taking(Discount... more) {
        return new Till(List.of(more), stacking, vouchersMax, payments);
    }

    /** So many units are worth a euro; paid in tens, at least the minimum, up to the share. */
    public Till paidWith(String unit, long unitsPerEuro, long minimum, int percentMax) {
        List<UnitPaymentDocument> more = new ArrayList<>(payments);
        more.add(new UnitPaymentDocument(unit, unitsPerEuro, 100, minimum, 10, percentMax, false));
        return new Till(discounts, stacking, vouchersMax, more);
    }

    CheckoutDocument document() {
        return new CheckoutDocument(
                discounts.stream().map(Discount::document).toList(),
                stacking,
                vouchersMax,
                payments,
                CheckoutDocument.DEFAULT_RESERVATION_MINUTES);
    }
}
