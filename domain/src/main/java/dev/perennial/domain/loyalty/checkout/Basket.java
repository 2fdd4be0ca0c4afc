package dev.perennial.domain.loyalty.checkout;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.RewardDocument.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants to buy, and what for.
 *
 * @param order the purchase that it would become, at what things cost before anything is taken off
 * @param codes of the vouchers that are shown, each once
 * @param payment the units that are to pay for a part of it; null for none
 */
public record Basket(
        Activity order, List<String> codes, @Nullable Price payment) {

    public Basket {
        codes = List.copyOf(codes);
        if (!(order.detail() instanceof Purchase)) {
            throw new IllegalArgumentException("a basket becomes a purchase");
        }
    }

    public Purchase purchase() {
        return (Purchase) order.detail();
    }
}
