package dev.perennial.domain.program;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts of a document can refer to by its id. */
final class References {

    private final ProgramDocument document;

    References(ProgramDocument document) {
        this.document = document;
    }

    void unit(String id, Findings findings) {
        require(id, ids(document.units(), UnitDefinition::id), "unit", findings);
    }

    /** Empty for none. */
    void budget(String id, Findings findings) {
        optional(id, ids(document.earning().budgets(), BudgetDocument::id), "budget", findings);
    }

    /** Empty for none. */
    void partner(String id, Findings findings) {
        optional(id, partners(), "partner", findings);
    }

    /** Empty for none. */
    void cause(String id, Findings findings) {
        optional(id, ids(document.parties().causes(), Named::id), "cause", findings);
    }

    /** Empty for none. */
    void level(String id, Findings findings) {
        List<TiersDocument.Level> levels = Optional.ofNullable(
                        document.standing().tiers())
                .map(TiersDocument::levels)
                .orElse(List.of());
        optional(id, ids(levels, TiersDocument.Level::id), "level", findings);
    }

    void rule(String id, Findings findings) {
        require(id, ids(document.earningRules(), EarningRuleDocument::id), "rule", findings);
    }

    /** The counter of that id, or a finding. */
    Optional<CounterDocument> counter(String id, Findings findings) {
        List<CounterDocument> counters = document.engagement().counters();
        require(id, ids(counters, CounterDocument::id), "counter", findings);
        return counters.stream().filter(counter -> counter.id().equals(id)).findFirst();
    }

    Set<String> partners() {
        return ids(document.parties().partners(), Named::id);
    }

    private static void optional(String id, Set<String> known, String what, Findings findings) {
        if (!id.isEmpty()) {
            require(id, known, what, findings);
        }
    }

    private static void require(String id, Set<String> known, String what, Findings findings) {
        if (!known.contains(id)) {
            findings.add("the program has no " + what + " '" + id + "'");
        }
    }

    private static <T> Set<String> ids(Collection<T> elements, Function<T, String> id) {
        Stream<String> all = elements.stream().map(id);
        return all.collect(Collectors.toSet());
    }
}
