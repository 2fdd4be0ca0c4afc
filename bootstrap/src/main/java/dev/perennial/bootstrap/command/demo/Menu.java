package dev.perennial.bootstrap.command.demo;

import dev.perennial.contract.activity.v1.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the shop sells. Prices are in cents. */
enum Menu {
    ESPRESSO("Espresso", "drinks", 260),
    FLAT_WHITE("Flat white", "drinks", 390),
    FILTER("Filter coffee", "drinks", 320),
    TEA("Pot of tea", "drinks", 410),
    CROISSANT("Croissant", "pastry", 240),
    CINNAMON_ROLL("Cinnamon roll", "pastry", 350),
    CHEESECAKE("Cheesecake", "pastry", 480),
    HOUSE_BLEND("House blend, 250 g", "coffee", 890),
    SINGLE_ORIGIN("Single origin, 250 g", "coffee", 1_390),
    KILO("House blend, 1 kg", "coffee", 2_990),
    DRIPPER("Hand dripper", "gear", 2_490);

    private static final List<Menu> DRINKS = List.of(ESPRESSO, FLAT_WHITE, FILTER, TEA);
    private static final List<Menu> PASTRY = List.of(CROISSANT, CINNAMON_ROLL, CHEESECAKE);
    private static final List<Menu> BEANS = List.of(HOUSE_BLEND, HOUSE_BLEND, SINGLE_ORIGIN, KILO);

    private final String title;
    private final String category;
    private final long cents;

    Menu(String title, String category, long cents) {
        this.title = title;
        this.category = category;
        this.cents = cents;
    }

    /** What somebody carries home: a drink, often something to eat, sometimes beans, rarely gear. */
    static List<OrderLine> basket(double lovesBeans, SplittableRandom random) {
        List<OrderLine> basket = new ArrayList<>();
        basket.add(pick(DRINKS, random).line(random.nextInt(4) == 0 ? 2 : 1));
        if (random.nextDouble() < 0.45) {
            basket.add(pick(PASTRY, random).line(1));
        }
        if (random.nextDouble() < lovesBeans) {
            basket.add(pick(BEANS, random).line(1));
        }
        if (random.nextDouble() < 0.02) {
            basket.add(DRIPPER.line(1));
        }
        return basket;
    }

    private OrderLine line(long quantity) {
        return OrderLine.newBuilder()
                .setSku(name())
                .setName(title)
                .setCategory(category)
                .setQuantity(quantity)
                .setAmount(cents * quantity)
                .build();
    }

    private static Menu pick(List<Menu> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
