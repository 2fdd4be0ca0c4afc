package dev.perennial.grpc.activity;

import dev.perennial.contract.activity.v1.Activity;
import dev.perennial.contract.activity.v1.OrderLine;
import dev.perennial.contract.loyalty.v1.Basket;
import dev.perennial.grpc.shared.Problems;
import java.util.Map;

/**
 * No control characters in an activity's texts. Not by a pattern: an order of ten lines has some forty texts, and
 * matching them costs more than the rest of the edge.
 */
final class TextChecks {

    private TextChecks() {}

    static void check(Activity activity, Problems problems) {
        require(activity.getStore(), problems, "store");
        require(activity.getBrand(), problems, "brand");
        require(activity.getChannel(), problems, "channel");
        require(activity.getPartner(), problems, "partner");
        attributes(activity.getAttributesMap(), problems);
    }

    static void check(Basket basket, Problems problems) {
        require(basket.getStore(), problems, "store");
        require(basket.getBrand(), problems, "brand");
        require(basket.getChannel(), problems, "channel");
        attributes(basket.getAttributesMap(), problems);
    }

    private static void attributes(Map<String, String> attributes, Problems problems) {
        attributes.forEach((name, value) -> require(value, problems, "attributes[\"" + name + "\"]"));
    }

    static boolean isClean(OrderLine line) {
        return isClean(line.getSku())
                && isClean(line.getName())
                && isClean(line.getCategory())
                && isClean(line.getBrand());
    }

    static void check(OrderLine line, Problems problems) {
        require(line.getSku(), problems, "sku");
        require(line.getName(), problems, "name");
        require(line.getCategory(), problems, "category");
        require(line.getBrand(), problems, "brand");
    }

    private static void require(String text, Problems problems, String field) {
        if (!isClean(text)) {
            problems.at(field).add("must not contain control characters");
        }
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
