package dev.perennial.domain.program;

import dev.perennial.domain.program.RewardContent.VoucherWorth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of what baskets cost. */
final class CheckoutCheck {

    private static final int DISCOUNTS_MAX = 500;
    private static final int VOUCHERS_MAX = 20;
    private static final int RESERVATION_MINUTES_MAX = 43_200;

    /** Products of two of them still fit a long. */
    private static final long RATE_MAX = 1_000_000_000L;

    private static final long AMOUNT_MAX = 1_000_000_000_000L;

    private final References references;
    private final RewardGatesCheck gates;

    CheckoutCheck(SubjectsCheck subjects, References references) {
        this.references = references;
        this.gates = new RewardGatesCheck(subjects, references);
    }

    /** The discounts with their compiled conditions; of use only if nothing was found. */
    List<Discount> check(CheckoutDocument checkout, Findings findings) {
        List<Discount> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        findings.at("discounts").each(checkout.discounts(), DISCOUNTS_MAX, "discounts", (discount, here) -> {
            here.at("id").id(discount.id(), seen);
            LocalizedTextCheck.name(discount.name(), here.at("name"));
            checked.add(new Discount(discount, gates.check(discount.gates(), here)));
            worth(discount, here);
            group(discount, here.at("group"));
        });
        findings.at("vouchers_max").range(checkout.vouchersMax(), 0, VOUCHERS_MAX);
        payments(checkout.payments(), findings.at("unit_payments"));
        findings.at("reservation_minutes").range(checkout.reservationMinutes(), 1, RESERVATION_MINUTES_MAX);
        return checked;
    }

    private static void worth(DiscountDocument discount, Findings findings) {
        RewardContentCheck.worth(discount.worth(), findings);
        switch (discount.worth()) {
            case VoucherWorth.Access() -> findings.at("access").add("takes nothing off");
            case VoucherWorth.FreeProduct(String sku) -> withoutGoods(discount, findings, "a free product");
            case VoucherWorth.FreeShipping() -> withoutGoods(discount, findings, "free shipping");
            case VoucherWorth.AmountOff(long amount) -> {}
            case VoucherWorth.PercentOff(int percent, long most) -> {}
        }
    }

    private static void withoutGoods(DiscountDocument discount, Findings findings, String what) {
        if (!discount.goods().isEmpty()) {
            findings.at("goods").add(what + " says itself what it is");
        }
    }

    private static void group(DiscountDocument discount, Findings findings) {
        if (!discount.group().isEmpty()) {
            findings.id(discount.group(), new HashSet<>()); // several discounts are of one group
            if (discount.exclusive()) {
                findings.add("means nothing for a discount that goes with no other");
            }
        }
    }

    private void payments(List<UnitPaymentDocument> payments, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(payments, Findings.ELEMENTS_MAX, "payments", (payment, here) -> {
            unit(payment.unit(), seen, here.at("unit"));
            boolean units = here.at("units").range(payment.units(), 1, RATE_MAX);
            boolean value = here.at("value").range(payment.value(), 1, RATE_MAX);
            boolean step = here.at("step").range(payment.step(), 1, RATE_MAX);
            here.at("minimum").range(payment.minimum(), 1, AMOUNT_MAX);
            if (units && value && step) {
                steps(payment, here);
            }
            here.at("percent_max").range(payment.percentMax(), 1, 100);
        });
    }

    private void unit(String id, Set<String> seen, Findings findings) {
        references
                .unit(id, findings)
                .filter(unit -> !unit.kind().isSpendable())
                .ifPresent(unit -> findings.add("a unit of the kind " + unit.kind() + " is not spent"));
        if (!seen.add(id)) {
            findings.add("'" + id + "' stands here already");
        }
    }

    private static void steps(UnitPaymentDocument payment, Findings here) {
        if (payment.step() * payment.value() % payment.units() != 0) {
            here.at("step").add("is not worth a whole amount of money");
        }
        if (payment.minimum() % payment.step() != 0) {
            here.at("minimum").add("is not a multiple of the step of " + payment.step());
        }
    }
}
