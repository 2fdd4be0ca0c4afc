package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.checkout.Prices;
import dev.perennial.domain.program.Discount;
import dev.perennial.domain.program.DiscountDocument;
import dev.perennial.domain.program.Stacking;
import dev.perennial.domain.shared.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which of the discounts that a member could have are taken off a basket: of each group the best, of all of them
 * those that go together or the one that goes with no other, whatever takes off more. On a tie the earlier one is taken,
 * and those that go together before the one that does not.
 */
final class Discounting {

    private final Stacking stacking;
    private final Prices basket;
    private final boolean withVouchers;

    /** What each would take off by itself. */
    private final Map<String, Long> alone = new HashMap<>();

    /**
     * @param basket before anything is taken off
     * @param withVouchers whether vouchers are used, so that nothing is taken that goes with nothing else
     */
    Discounting(Stacking stacking, Prices basket, boolean withVouchers) {
        this.stacking = stacking;
        this.basket = basket;
        this.withVouchers = withVouchers;
    }

    /**
     * What is taken off.
     *
     * @param amounts of each one by its id, in the order in which they were taken off
     */
    record Taken(Prices prices, Map<String, Long> amounts) {}

    /** Takes the best off, of those before which nothing stands, in the order of the program. */
    Taken best(List<Discount> open) {
        Taken best = take(together(open));
        for (Discount one : open) {
            if (one.document().exclusive() && !withVouchers) {
                best = alone(one) > best.prices().reduced() ? take(List.of(one)) : best;
            }
        }
        return best;
    }

    /** One before which nothing stands: what it takes off, or why it is not taken. */
    Considered considered(Discount discount, Considered open, Taken taken) {
        Long amount = taken.amounts().get(discount.id());
        if (amount == null) {
            return open.behind(
                    notCombined(discount, String.join(", ", taken.amounts().keySet())));
        }
        return amount == 0 ? open.behind(nothing()) : open.taking(amount);
    }

    private Gate notCombined(Discount discount, String others) {
        String words = discount.document().exclusive() && withVouchers
                ? "It goes with no voucher."
                : "Instead of it another one is taken: " + others + ".";
        return new Gate(Reason.DISCOUNT_NOT_COMBINED, false, words, Map.of("taken", others));
    }

    static Gate nothing() {
        return new Gate(
                Reason.NOTHING_TO_REDUCE,
                false,
                "There is nothing in the basket that it takes anything off.",
                Map.of());
    }

    /** Those that go with others, the best of each group. */
    private List<Discount> together(List<Discount> open) {
        Map<String, Discount> best = new HashMap<>();
        for (Discount one : open) {
            if (!one.document().exclusive()) {
                best.merge(group(one.document()), one, (first, next) -> alone(next) > alone(first) ? next : first);
            }
        }
        Set<Discount> taken = new HashSet<>(best.values());
        return open.stream().filter(taken::contains).toList();
    }

    /** Where only the best counts all are one group; otherwise one that is of none is a group of its own. */
    private String group(DiscountDocument document) {
        if (stacking == Stacking.HIGHEST) {
            return "";
        }
        return document.group().isEmpty() ? DiscountDocument.useOf(document.id()) : document.group();
    }

    private long alone(Discount discount) {
        return alone.computeIfAbsent(
                discount.id(), id -> take(List.of(discount)).prices().reduced());
    }

    private Taken take(List<Discount> discounts) {
        Prices prices = basket.copy();
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Discount one : discounts) {
            DiscountDocument document = one.document();
            amounts.put(one.id(), prices.take(document.worth(), document.goods(), stacking == Stacking.ADD));
        }
        return new Taken(prices, amounts);
    }
}
