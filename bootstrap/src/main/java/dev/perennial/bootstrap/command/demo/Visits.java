package dev.perennial.bootstrap.command.demo;

import com.google.protobuf.Timestamp;
import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import dev.perennial.contract.activity.v1.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a customer does on the days on which they come: opens the app, buys, and now and then brings something back. */
final class Visits {

    static final String SOURCE = "coffee-shop";

    private static final double OPENS_APP = 0.25;
    private static final double BRINGS_BACK = 0.025;
    private static final int OPENS_AT_HOUR = 7;
    private static final int OPEN_MINUTES = 12 * 60;

    private final Customer customer;
    private final ZoneId zone;
    private final SplittableRandom random;
    private int days;

    Visits(Customer customer, ZoneId zone, SplittableRandom random) {
        this.customer = customer;
        this.zone = zone;
        this.random = random;
    }

    SplittableRandom random() {
        return random;
    }

    /** The activities of one day, and what follows from it days later. */
    List<Activity> at(Instant day) {
        days++;
        Instant till = openingHours(day);
        List<OrderLine> basket = Menu.basket(customer.lovesBeans(), random);
        List<Activity> activities = new ArrayList<>();
        if (random.nextDouble() < OPENS_APP) {
            activities.add(activity("visit", till.minus(Duration.ofMinutes(4)))
                    .setChannel("app")
                    .setVisit(Visit.getDefaultInstance())
                    .build());
        }
        activities.add(activity("order", till)
                .setChannel("store")
                .setPurchase(Purchase.newBuilder()
                        .setOrderId(id("order"))
                        .setCurrency("EUR")
                        .addAllLines(basket))
                .build());
        if (random.nextDouble() < BRINGS_BACK) {
            int line = random.nextInt(basket.size());
            activities.add(activity("refund", till.plus(Duration.ofHours(random.nextInt(2, 200))))
                    .setRefund(Refund.newBuilder()
                            .setOrderId(id("order"))
                            .addLines(ReturnedLine.newBuilder()
                                    .setLineNumber(line + 1)
                                    .setQuantity(basket.get(line).getQuantity())))
                    .build());
        }
        return activities;
    }

    /** The same day while the shop is open; early hours are the busiest. */
    private Instant openingHours(Instant day) {
        double part = Math.pow(random.nextDouble(), 1.6);
        LocalTime time = LocalTime.of(OPENS_AT_HOUR, 0).plusMinutes((long) (part * OPEN_MINUTES));
        return day.atZone(zone).toLocalDate().atTime(time).atZone(zone).toInstant();
    }

    private Activity.Builder activity(String kind, Instant at) {
        return Activity.newBuilder()
                .setSource(SOURCE)
                .setExternalId(id(kind))
                .setMemberId(customer.id())
                .setStore("Oranienstraße")
                .setOccurredAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()));
    }

    private String id(String kind) {
        return kind + "-" + customer.id().substring(customer.id().length() - 4) + "-" + days;
    }
}
