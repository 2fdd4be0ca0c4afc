package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.loyalty.v1.Basket;
import dev.perennial.contract.loyalty.v1.UnitsToPay;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.program.RewardDocument.Price;
import dev.perennial.grpc.shared.Problems;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Baskets as the orders that they would become. */
public final class Baskets {

    /** Of the purchase that there is not yet. */
    private static final String SOURCE = "basket";

    private Baskets() {}

    /** What annotations cannot say. */
    public static void check(Basket basket, Problems problems) {
        Purchase order = basket.getOrder();
        Problems here = problems.at("order");
        OrderChecks.check(order, here);
        here.at("paid_with_gift_cards").require(order.getPaidWithGiftCards() == 0, "must be 0 in a basket");
        here.at("paid_with_units").require(order.getPaidWithUnits() == 0, "must be 0 in a basket");
        here.at("exchange_rate").require(order.getExchangeRate().isEmpty(), "must be empty in a basket");
        TextChecks.check(basket, problems);
    }

    /**
     * A basket that passed validation.
     *
     * @param at the moment at which it is priced
     * @param plain the plain code of what is shown
     */
    public static dev.perennial.domain.loyalty.checkout.Basket toDomain(
            Basket basket, Instant at, UnaryOperator<String> plain) {
        Activity order = new Activity(
                new ActivityKey(SOURCE, basket.getOrder().getOrderId()),
                at,
                false,
                new Place(basket.getStore(), basket.getBrand(), basket.getChannel(), ""),
                basket.getAttributesMap(),
                OrderTranslator.toDomain(basket.getOrder()));
        UnitsToPay payment = basket.getPayment();
        return new dev.perennial.domain.loyalty.checkout.Basket(
                order,
                basket.getVoucherCodesList().stream().map(plain).distinct().toList(),
                basket.hasPayment() ? new Price(payment.getUnit(), payment.getAmount()) : null);
    }
}
