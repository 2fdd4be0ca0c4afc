package dev.perennial.bootstrap.story.shops;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;

/** An order in the making, money in cents: {@code order("o1").of(2, "pizza", 24_00).through("take-away")}. */
final class Order {

    private final Activity.Builder activity = Activity.newBuilder();
    private final Purchase.Builder purchase;

    private Order(String id) {
        purchase = Purchase.newBuilder().setOrderId(id).setCurrency("EUR");
    }

    static Order order(String id) {
        return new Order(id);
    }

    /** One line more: so many items of a category, and what was charged for all of them. */
    Order of(int quantity, String category, long cents) {
        purchase.addLines(OrderLine.newBuilder()
                .setQuantity(quantity)
                .setCategory(category)
                .setAmount(cents));
        return this;
    }

    Order through(String channel) {
        activity.setChannel(channel);
        return this;
    }

    Order at(String partner) {
        activity.setPartner(partner);
        return this;
    }

    /** What was paid with units that were spent, and not with money. */
    Order paidWithUnits(long cents) {
        purchase.setPaidWithUnits(cents);
        return this;
    }

    Activity.Builder fact() {
        return activity.setPurchase(purchase);
    }
}
