package dev.perennial.domain.testing;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityDetail;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.Custom;
import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.activity.Refund;
import dev.perennial.domain.activity.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Facts: {@code aPurchase("o1").of(euros(50)).on(day(3))}. Each step returns a new fixture; {@code on} makes the fact.
 */
public final class Activities {

    public static final Currency EUR = Currency.getInstance("EUR");

    private Activities() {}

    /** Whole euros in cents. */
    public static long euros(long amount) {
        return amount * 100;
    }

    public static APurchase aPurchase(String orderId) {
        return new APurchase(orderId, orderId, EUR, List.of(), 0, false);
    }

    public static ARefund aRefundOf(String orderId) {
        return new ARefund(orderId, "refund-of-" + orderId, List.of(), 0);
    }

    public static Other aVisit(String id) {
        return new Other(id, new Visit(), false);
    }

    /** The order arrived. */
    public static Other aDelivery(String orderId, String id) {
        return new Other(id, new Custom("delivered", orderId), false);
    }

    public static Other aCustom(String name, String id) {
        return new Other(id, new Custom(name, ""), false);
    }

    /** An order in the making. */
    public record APurchase(
            String orderId, String id, Currency currency, List<OrderLine> lines, long shipping, boolean historical) {

        /** Under a key of its own; without one the order's id is the fact's. */
        public APurchase as(String newId) {
            return new APurchase(orderId, newId, currency, lines, shipping, historical);
        }

        /** One more line with one item of this price. */
        public APurchase of(long amount) {
            return with(1, amount);
        }

        /** One more line. */
        public APurchase with(long quantity, long amount) {
            List<OrderLine> more = new ArrayList<>(lines);
            more.add(new OrderLine("sku-" + more.size(), "", "", quantity, amount, amount / 6, 0, amount / 2));
            return new APurchase(orderId, id, currency, more, shipping, historical);
        }

        public APurchase shippedFor(long amount) {
            return new APurchase(orderId, id, currency, lines, amount, historical);
        }

        public APurchase in(String code) {
            return new APurchase(orderId, id, Currency.getInstance(code), lines, shipping, historical);
        }

        public APurchase asHistory() {
            return new APurchase(orderId, id, currency, lines, shipping, true);
        }

        public Purchase order() {
            return new Purchase(orderId, currency, lines, shipping);
        }

        public Activity on(Instant occurredAt) {
            return fact(id, occurredAt, historical, order());
        }
    }

    /** A refund in the making. */
    public record ARefund(String orderId, String id, List<Refund.ReturnedLine> lines, long amount) {

        /** With an id of its own, where an order has several refunds. */
        public ARefund as(String newId) {
            return new ARefund(orderId, newId, lines, amount);
        }

        public ARefund of(long money) {
            return new ARefund(orderId, id, lines, money);
        }

        public ARefund items(int lineNumber, long quantity) {
            List<Refund.ReturnedLine> more = new ArrayList<>(lines);
            more.add(new Refund.ReturnedLine(lineNumber, quantity));
            return new ARefund(orderId, id, more, amount);
        }

        public Refund refund() {
            return new Refund(orderId, lines, amount);
        }

        public Activity on(Instant occurredAt) {
            return fact(id, occurredAt, false, refund());
        }
    }

    /** A fact of another kind in the making. */
    public record Other(String id, ActivityDetail detail, boolean historical) {

        public Other asHistory() {
            return new Other(id, detail, true);
        }

        public Activity on(Instant occurredAt) {
            return fact(id, occurredAt, historical, detail);
        }
    }

    private static Activity fact(String id, Instant occurredAt, boolean historical, ActivityDetail detail) {
        return new Activity(new ActivityKey("shop", id), occurredAt, historical, Place.UNKNOWN, Map.of(), detail);
    }
}
