package dev.perennial.domain.program;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the parts of a document can refer to by its id: what is found, or else a finding. */
final class References {

    private final ProgramDocument document;

    References(ProgramDocument document) {
        this.document = document;
    }

    Optional<UnitDefinition> unit(String id, Findings findings) {
        return required(id, document.units(), UnitDefinition::id, "unit", findings);
    }

    /** Whether all of the unit runs out together; false for one that there is not. */
    boolean isSliding(String unit) {
        return find(unit, document.units(), UnitDefinition::id)
                .filter(found -> found.sliding() != null)
                .isPresent();
    }

    /** An empty id stands for none. */
    Optional<BudgetDocument> budget(String id, Findings findings) {
        return optional(id, document.earning().budgets(), BudgetDocument::id, "budget", findings);
    }

    /** An empty id stands for none. */
    Optional<Named> partner(String id, Findings findings) {
        return optional(id, document.parties().partners(), Named::id, "partner", findings);
    }

    /** An empty id stands for none. */
    Optional<Named> cause(String id, Findings findings) {
        return optional(id, document.parties().causes(), Named::id, "cause", findings);
    }

    /** An empty id stands for none. */
    Optional<TiersDocument.Level> level(String id, Findings findings) {
        return id.isEmpty() ? Optional.empty() : oneLevel(id, findings);
    }

    Optional<TiersDocument.Level> oneLevel(String id, Findings findings) {
        List<TiersDocument.Level> levels = Optional.ofNullable(
                        document.standing().tiers())
                .map(TiersDocument::levels)
                .orElse(List.of());
        return required(id, levels, TiersDocument.Level::id, "level", findings);
    }

    Optional<EarningRuleDocument> rule(String id, Findings findings) {
        return required(id, document.earningRules(), EarningRuleDocument::id, "rule", findings);
    }

    /** Without a finding when there is none. */
    Optional<CounterDocument> counter(String id) {
        return find(id, document.engagement().counters(), CounterDocument::id);
    }

    Optional<CounterDocument> counter(String id, Findings findings) {
        return required(id, document.engagement().counters(), CounterDocument::id, "counter", findings);
    }

    private static <T> Optional<T> optional(
            String id, Collection<T> elements, Function<T, String> idOf, String what, Findings findings) {
        return id.isEmpty() ? Optional.empty() : required(id, elements, idOf, what, findings);
    }

    private static <T> Optional<T> required(
            String id, Collection<T> elements, Function<T, String> idOf, String what, Findings findings) {
        Optional<T> found = find(id, elements, idOf);
        if (found.isEmpty()) {
            findings.add("the program has no " + what + " '" + id + "'");
        }
        return found;
    }

    private static <T> Optional<T> find(String id, Collection<T> elements, Function<T, String> idOf) {
        return elements.stream()
                .filter(element -> idOf.apply(element).equals(id))
                .findFirst();
    }
}
