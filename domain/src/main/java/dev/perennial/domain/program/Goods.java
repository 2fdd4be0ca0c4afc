package dev.perennial.domain.program;

import dev.perennial.domain.activity.OrderLine;
import dev.perennial.domain.activity.Place;
import java.util.Set;

/** Some goods: those of one of the articles, categories or brands, or bought in one of the stores. */
public record Goods(Set<String> skus, Set<String> categories, Set<String> brands, Set<String> stores) {

    public static final Goods NONE = new Goods(Set.of(), Set.of(), Set.of(), Set.of());

    public Goods {
        skus = Set.copyOf(skus);
        categories = Set.copyOf(categories);
        brands = Set.copyOf(brands);
        stores = Set.copyOf(stores);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether the line is among them; a line without a brand of its own has its order's. */
    public boolean include(OrderLine line, Place place) {
        String brand = line.brand().isEmpty() ? place.brand() : line.brand();
        return skus.contains(line.sku())
                || categories.contains(line.category())
                || brands.contains(brand)
                || stores.contains(place.store());
    }
}
