package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.loyalty.v1.Basket;
import dev.perennial.contract.loyalty.v1.EvaluateCheckoutRequest;
import dev.perennial.contract.loyalty.v1.Quote;
import dev.perennial.contract.program.v1.Checkout;
import dev.perennial.contract.program.v1.Discount;
import dev.perennial.contract.program.v1.LocalizedText;
import dev.perennial.contract.program.v1.PercentOff;
import dev.perennial.contract.program.v1.Stacking;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A basket of 30 lines is priced under 500 discounts, each with a condition of its own of which half are met, and under one.
 * Not a part of the build: docs/benchmarks.md says how to run it, and what came of it.
 */
class CheckoutBenchmark {

    private static final int LINES = 30;

    private final Shop many = shop(500);
    private final Shop one = shop(1);

    @Test
    void manyDiscountsAgainstOne() {
        EvaluateCheckoutRequest basket = basket();
        assertThat(many.checkouts.evaluateCheckout(basket).getQuote().getDiscountsList())
                .hasSize(500)
                .filteredOn(discount -> discount.getAmount() > 0)
                .hasSize(1); // the highest of those whose conditions are met
        for (int callers : new int[] {1, 16}) {
            new Race(callers, Duration.ofSeconds(3), 5, 1)
                    .run(
                            new Race.Arm("500 discounts", _ -> quote(many, basket)),
                            new Race.Arm("1 discount", _ -> quote(one, basket)));
        }
    }

    private static void quote(Shop shop, EvaluateCheckoutRequest basket) {
        Quote quote = shop.checkouts.evaluateCheckout(basket).getQuote();
        if (quote.getLineAmountsCount() != LINES) {
            throw new AssertionError(quote);
        }
    }

    private static Shop shop(int discounts) {
        Checkout.Builder checkout = Checkout.newBuilder().setStacking(Stacking.STACKING_HIGHEST);
        for (int i = 0; i < discounts; i++) {
            checkout.addDiscounts(Discount.newBuilder()
                    .setId("d" + i)
                    .setName(LocalizedText.newBuilder().setText("Discount " + i))
                    .setPercentOff(PercentOff.newBuilder().setPercent(1 + i % 50))
                    .setCondition("activity.amount >= %d && member.purchases >= %d".formatted(i * 10, i % 2)));
        }
        Shop shop = Platform.newShop()
                .runs(aProgram(aRule("base").perEuro(1).expiringAfter(30)).checkingOut(checkout))
                .enrols("ada");
        shop.buys("ada", "o1", euros(100)).at(day(0));
        return shop;
    }

    private static EvaluateCheckoutRequest basket() {
        Purchase.Builder order = Purchase.newBuilder().setOrderId("o2").setCurrency("EUR");
        for (int i = 0; i < LINES; i++) {
            order.addLines(OrderLine.newBuilder()
                    .setSku("sku-" + i)
                    .setQuantity(1 + i % 3)
                    .setAmount(199 + 10 * i));
        }
        return EvaluateCheckoutRequest.newBuilder()
                .setMemberId("ada")
                .setBasket(Basket.newBuilder().setOrder(order))
                .build();
    }
}
