package dev.perennial.domain.program;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.RewardContent.VoucherWorth;
import dev.perennial.domain.program.RewardDocument.Limit;
import dev.perennial.domain.shared.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that say what baskets cost, and such with one fault each. */
final class CheckoutTables {

    private static final VoucherWorth TENTH = new VoucherWorth.PercentOff(10, 0);
    private static final Goods TEA = new Goods(Set.of("tea"), Set.of(), Set.of(), Set.of());

    private CheckoutTables() {}

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("nothing", checkout(List.of(), 0, List.of(), 1)),
                arguments("two of a group", taking(grouped("a", "g"), grouped("b", "g"))),
                arguments("an exclusive one", taking(discount("a", TENTH, Goods.NONE, "", true))),
                arguments("some goods", taking(discount("a", TENTH, TEA, "", false))),
                arguments("a piece", taking(discount("a", new VoucherWorth.FreeProduct("tea"), Goods.NONE, "", false))),
                arguments("a cent a point", paying(new UnitPaymentDocument("points", 1, 1, 1, 1, 100, true))),
                arguments("sliding units", paying(new UnitPaymentDocument("miles", 3, 2, 6, 3, 1, false))),
                arguments("500 discounts", taking(discounts(500))),
                arguments("20 vouchers for 30 days", checkout(List.of(), 20, List.of(), 43_200)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                discounted("no id", "id", "not an id", discount("", TENTH, Goods.NONE, "", false)),
                discounted("access", "access", "takes nothing off", of(new VoucherWorth.Access())),
                discounted("0 %", "percent_off.percent", "from 1 to 100", of(new VoucherWorth.PercentOff(0, 0))),
                discounted("nothing off", "amount_off.amount", "is 0", of(new VoucherWorth.AmountOff(0))),
                discounted("no sku", "free_product.sku", "is missing", of(new VoucherWorth.FreeProduct(""))),
                discounted(
                        "a piece of goods",
                        "goods",
                        "says itself",
                        discount("a", new VoucherWorth.FreeProduct("tea"), TEA, "", false)),
                discounted(
                        "shipping of goods",
                        "goods",
                        "says itself",
                        discount("a", new VoucherWorth.FreeShipping(), TEA, "", false)),
                discounted("a group's id", "group", "not an id", discount("a", TENTH, Goods.NONE, "G", false)),
                discounted("a group alone", "group", "means nothing", discount("a", TENTH, Goods.NONE, "g", true)),
                discounted(
                        "never",
                        "limits[0].times",
                        "is 0",
                        new DiscountDocument(
                                "a",
                                LocalizedText.of("a"),
                                new RewardGates(null, null, List.of(), "", List.of(new Limit(Period.DAY, 0))),
                                TENTH,
                                Goods.NONE,
                                "",
                                false)),
                arguments(
                        "one id twice", taking(grouped("a", ""), grouped("a", "")), "checkout.discounts[1].id", "'a'"),
                arguments("501 discounts", taking(discounts(501)), "checkout.discounts", "500"),
                arguments(
                        "−1 vouchers", checkout(List.of(), -1, List.of(), 1), "checkout.vouchers_max", "from 0 to 20"),
                arguments(
                        "held for nothing",
                        checkout(List.of(), 1, List.of(), 0),
                        "checkout.reservation_minutes",
                        "from 1 to 43200"),
                paid("an unknown unit", "unit", "no unit 'stars'", payment("stars", 1, 1, 1, 1, 100)),
                paid("standing", "unit", "kind STATUS is not spent", payment("status", 1, 1, 1, 1, 100)),
                paid("no units", "units", "is 0", payment("points", 0, 1, 1, 1, 100)),
                paid("worth nothing", "value", "is 0", payment("points", 1, 0, 1, 1, 100)),
                paid("no step", "step", "is 0", payment("points", 1, 1, 1, 0, 100)),
                paid("half a cent", "step", "not worth a whole", payment("points", 2, 1, 1, 1, 100)),
                paid("a minimum between", "minimum", "not a multiple", payment("points", 1, 1, 15, 10, 100)),
                paid("a share of nothing", "percent_max", "from 1 to 100", payment("points", 1, 1, 1, 1, 0)),
                arguments(
                        "a unit twice",
                        paying(payment("points", 1, 1, 1, 1, 100), payment("points", 1, 1, 1, 1, 100)),
                        "checkout.unit_payments[1].unit",
                        "stands here already"));
    }

    static ADocument taking(DiscountDocument... discounts) {
        return checkout(List.of(discounts), 1, List.of(), 30);
    }

    static ADocument paying(UnitPaymentDocument... payments) {
        return checkout(List.of(), 1, List.of(payments), 30);
    }

    private static ADocument checkout(
            List<DiscountDocument> discounts, int vouchersMax, List<UnitPaymentDocument> payments, int minutes) {
        return SpendingTables.aShop()
                .with(new SpendingDocument(
                        List.of(),
                        0,
                        List.of(),
                        null,
                        new CheckoutDocument(discounts, Stacking.ADD, vouchersMax, payments, minutes)));
    }

    static UnitPaymentDocument payment(String unit, long units, long value, long minimum, long step, int percentMax) {
        return new UnitPaymentDocument(unit, units, value, minimum, step, percentMax, false);
    }

    static DiscountDocument grouped(String id, String group) {
        return discount(id, TENTH, Goods.NONE, group, false);
    }

    private static DiscountDocument of(VoucherWorth worth) {
        return discount("a", worth, Goods.NONE, "", false);
    }

    private static DiscountDocument[] discounts(int count) {
        return IntStream.range(0, count).mapToObj(i -> grouped("d" + i, "")).toArray(DiscountDocument[]::new);
    }

    private static DiscountDocument discount(
            String id, VoucherWorth worth, Goods goods, String group, boolean exclusive) {
        return new DiscountDocument(id, LocalizedText.of("a"), RewardGates.NONE, worth, goods, group, exclusive);
    }

    private static Arguments discounted(String what, String field, String description, DiscountDocument discount) {
        return arguments(what, taking(discount), "checkout.discounts[0]." + field, description);
    }

    private static Arguments paid(String what, String field, String description, UnitPaymentDocument payment) {
        return arguments(what, paying(payment), "checkout.unit_payments[0]." + field, description);
    }
}
