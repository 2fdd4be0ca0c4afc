package dev.perennial.bootstrap.story;

import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.activity.v1.Purchase;
import dev.perennial.contract.activity.v1.Refund;
import dev.perennial.contract.activity.v1.ReturnedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/** What customers of a shop might do, and what the shop might ask for, twice too. */
final class RandomLife {

    private final RandomGenerator random;
    private final Shop shop;
    private final List<String> members;
    private final List<Order> told = new ArrayList<>();
    private final Deque<Order> waiting = new ArrayDeque<>();
    private final List<Request> sent = new ArrayList<>();
    private int ids;

    RandomLife(RandomGenerator random, Shop shop, List<String> members) {
        this.random = random;
        this.shop = shop;
        this.members = members;
    }

    private record Order(String member, Purchase purchase) {

        long total() {
            return purchase.getShipping()
                    + purchase.getLinesList().stream()
                            .mapToLong(OrderLine::getAmount)
                            .sum();
        }
    }

    /** The next request, some of them again what was sent before. */
    Request next(Instant now) {
        Request request = sent.isEmpty() ? tell(now) : any(now);
        sent.add(request);
        return request;
    }

    private Request any(Instant now) {
        return switch (random.nextInt(19)) {
            case 0, 1 -> earlier();
            case 2 -> earlier().otherBody();
            case 3 -> sameOrderUnderAnotherKey(now);
            case 4 -> adjust(random.nextInt(1, 100));
            case 5 -> adjust(-random.nextInt(1, 150));
            case 8 -> reinstate(now);
            case 6, 7 -> send(random.nextInt(1, 120));
            default -> tell(now);
        };
    }

    private Request earlier() {
        return sent.get(random.nextInt(sent.size()));
    }

    private Request tell(Instant now) {
        return new Request.Tell(fact().on(occurredAt(now)).activity());
    }

    /** Facts that occurred somewhere in the days after the start, each told once. */
    List<Request> facts(int count, int withinDays) {
        List<Request> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant moment = Platform.START.plus(Duration.ofMinutes(random.nextInt(withinDays * 1440)));
            facts.add(new Request.Tell(fact().on(moment).activity()));
        }
        return facts;
    }

    private Fact fact() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> purchase();
            case 4, 5, 6 -> refund();
            default -> other();
        };
    }

    private Instant occurredAt(Instant now) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> now.minus(Duration.ofHours(random.nextInt(1, 50 * 24)));
            case 2 -> now.minus(Duration.ofDays(random.nextInt(50, 150)));
            case 3 -> now.plus(Duration.ofMinutes(59));
            default -> now;
        };
    }

    private Fact purchase() {
        Order order = waiting.isEmpty() ? order() : waiting.removeFirst();
        told.add(order);
        Fact fact = bought(order);
        return random.nextInt(12) == 0 ? fact.asHistory() : fact;
    }

    private static String id(Order order) {
        return order.purchase().getOrderId();
    }

    private Fact bought(Order order) {
        return Fact.of(shop, order.member(), id(order)).purchase(order.purchase());
    }

    private Request sameOrderUnderAnotherKey(Instant now) {
        if (told.isEmpty()) {
            return earlier();
        }
        Order order = told.get(random.nextInt(told.size()));
        return new Request.Tell(bought(order).as("x" + ++ids).on(now).activity());
    }

    private Order order() {
        Purchase.Builder order = Purchase.newBuilder()
                .setOrderId("o" + ++ids)
                .setCurrency(random.nextInt(12) == 0 ? "USD" : "EUR")
                .setShipping(random.nextInt(3) == 0 ? 0 : random.nextInt(500));
        for (int lines = random.nextInt(1, 4); lines > 0; lines--) {
            order.addLines(OrderLine.newBuilder()
                    .setQuantity(random.nextInt(1, 4))
                    .setAmount(random.nextInt(6) == 0 ? 0 : random.nextInt(1, 9_000)));
        }
        return new Order(member(), order.build());
    }

    /** Of an order that was told or, now and then, of one that will be told later. */
    private Fact refund() {
        if (told.isEmpty() || random.nextInt(5) == 0) {
            waiting.addLast(order());
            return refundOf(waiting.getLast());
        }
        return refundOf(told.get(random.nextInt(told.size())));
    }

    private Fact refundOf(Order order) {
        Refund.Builder refund = Refund.newBuilder().setOrderId(id(order));
        switch (random.nextInt(4)) {
            case 0 -> refund.setAmount(Math.max(1, order.total()));
            case 1 -> refund.setAmount(order.total() + random.nextInt(1, 100));
            case 2 -> refund.setAmount(random.nextLong(1, order.total() + 2));
            default ->
                refund.setAmount(random.nextInt(200))
                        .addLines(ReturnedLine.newBuilder()
                                .setLineNumber(
                                        random.nextInt(1, order.purchase().getLinesCount() + 1))
                                .setQuantity(random.nextInt(1, 4)));
        }
        return Fact.of(shop, order.member(), "r" + ++ids).refund(refund.build());
    }

    private Fact other() {
        Fact fact = Fact.of(shop, member(), "x" + ++ids);
        Fact told = random.nextBoolean() ? fact.visit() : fact.custom(random.nextBoolean() ? "review" : "other");
        return random.nextInt(9) == 0 ? told.asHistory() : told;
    }

    private Request adjust(long amount) {
        return new Request.Adjust(shop.adjustment(member(), amount, "a" + ++ids).toBuilder()
                .setUnit(random.nextInt(4) == 0 ? "stamps" : "points")
                .build());
    }

    private Request reinstate(Instant now) {
        Instant from = now.minus(Duration.ofDays(random.nextInt(1, 60)));
        return new Request.Reinstate(Reinstating.request(member(), "b" + ++ids, from, now).toBuilder()
                .setUnit(random.nextInt(4) == 0 ? "stamps" : "points")
                .setExpiresAfterDays(random.nextInt(1, 60))
                .build());
    }

    private Request send(long amount) {
        return new Request.Send(Sending.request(member(), member(), amount, "t" + ++ids).toBuilder()
                .setUnit(random.nextInt(4) == 0 ? "stamps" : "points")
                .build());
    }

    private String member() {
        return members.get(random.nextInt(members.size()));
    }
}
