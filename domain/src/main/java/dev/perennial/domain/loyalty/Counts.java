package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.Purchase;
import dev.perennial.domain.program.Counter;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.shared.Rounding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of a member.
 *
 * @param byId how far each counter is that ever counted something
 */
public record Counts(Map<String, Count> byId) {

    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        byId = Map.copyOf(byId);
    }

    /** The value of each counter of the program on a day. */
    public Map<String, Long> values(Program program, LocalDate day) {
        Map<String, Long> values = new HashMap<>();
        for (Counter counter : program.counters()) {
            values.put(counter.id(), value(counter, day));
        }
        return values;
    }

    long value(Counter counter, LocalDate day) {
        return byId.getOrDefault(counter.id(), Count.NONE)
                .value(counter.document().window(), day);
    }

    /**
     * After a fact.
     *
     * @param grants what was credited for it
     */
    Counts after(Program program, Facts facts, List<Grant> grants) {
        Map<String, Count> next = null;
        LocalDate day = Earnings.day(facts);
        for (Counter counter : program.counters()) {
            long amount = counter.document().subject().concerns(facts.activity())
                    ? amount(program, counter, facts, grants)
                    : 0;
            if (amount > 0 && counter.counts(facts)) {
                next = next == null ? new HashMap<>(byId) : next;
                Count before = next.getOrDefault(counter.id(), Count.NONE);
                next.put(counter.id(), before.after(counter.document().window(), day, amount));
            }
        }
        return next == null ? this : new Counts(next);
    }

    private static long amount(Program program, Counter counter, Facts facts, List<Grant> grants) {
        Activity activity = facts.activity();
        return switch (counter.document().measure()) {
            case Measure.Facts() -> 1;
            case Measure.Amount() -> activity.detail() instanceof Purchase order ? spent(order, program) : 0;
            case Measure.Items() -> activity.detail() instanceof Purchase order ? order.quantity() : 0;
            case Measure.Attribute(String name) -> Attributes.number(activity, name);
            case Measure.Units(String unit) ->
                grants.stream()
                        .filter(grant -> grant.unit().value().equals(unit))
                        .filter(grant -> program.rule(grant.rule()).isPresent()) // what counters led to counts nowhere
                        .mapToLong(Grant::credited)
                        .reduce(0, Math::addExact);
        };
    }

    /** What was charged for the goods, in the program's currency; nothing when no rate leads there. */
    static long spent(Purchase order, Program program) {
        if (order.currency().equals(program.currency())) {
            return order.amount();
        }
        return order.exchangeRate() == null
                ? 0
                : order.exchangeRate()
                        .convert(order.amount(), order.currency(), program.currency(), Rounding.HALF_EVEN);
    }
}
