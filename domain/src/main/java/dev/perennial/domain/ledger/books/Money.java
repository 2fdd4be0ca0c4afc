package dev.perennial.domain.ledger.books;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An amount of money.
 *
 * @param currency ISO 4217 code
 * @param amount in the smallest unit of the currency
 */
public record Money(String currency, long amount) {

    /** One amount for each currency, by its code. */
    public static List<Money> sums(Collection<Money> amounts) {
        Map<String, Long> sums = new TreeMap<>();
        amounts.forEach(money -> sums.merge(money.currency(), money.amount(), Math::addExact));
        return sums.entrySet().stream()
                .map(sum -> new Money(sum.getKey(), sum.getValue()))
                .toList();
    }
}
