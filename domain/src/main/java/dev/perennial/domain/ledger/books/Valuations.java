package dev.perennial.domain.ledger.books;

import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the versions of a program say of the worth of units. Units keep the value of the version that granted them, so a
 * new version values nothing anew. Where that version has none, the latest before it counts that has one, or else the
 * first after it: whoever adds a value has all that is owed valued.
 */
public final class Valuations {

    private final TreeMap<Integer, ProgramDocument> documents = new TreeMap<>();
    private final Map<UnitId, TreeMap<Integer, Valuation>> values = new HashMap<>();
    private final Map<UnitId, UnitDefinition> newest = new HashMap<>();

    public Valuations(ProgramHistory programs) {
        programs.versions().stream()
                .sorted(Comparator.comparingInt(ProgramHistory.InForce::number))
                .forEach(each -> documents.put(each.number(), each.version().document()));
        documents.forEach((number, document) -> document.units().forEach(unit -> add(number, document, unit)));
    }

    private void add(int number, ProgramDocument document, UnitDefinition unit) {
        UnitId id = new UnitId(unit.id());
        newest.put(id, unit);
        if (unit.fairValue() != null) {
            values.computeIfAbsent(id, none -> new TreeMap<>())
                    .put(number, new Valuation(unit.fairValue(), document.currency()));
        }
    }

    /**
     * What the units of a version are worth; empty when no version has a value for them.
     *
     * @param version 0 for units that came by hand
     */
    public Optional<Valuation> of(UnitId unit, int version) {
        TreeMap<Integer, Valuation> known = values.getOrDefault(unit, new TreeMap<>());
        return Stream.of(
                        Optional.ofNullable(known.floorEntry(version)),
                        Optional.ofNullable(known.ceilingEntry(version)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /** The units of all versions, as the newest that has them says; those for which nothing is owed are left out. */
    public Set<UnitId> spendable() {
        Set<UnitId> found = new TreeSet<>();
        newest.forEach((id, unit) -> {
            if (unit.kind().isSpendable()) {
                found.add(id);
            }
        });
        return found;
    }

    /** The units that are not owed to members: levels, badges and what is given to causes. */
    public List<UnitDefinition> notOwed() {
        return newest.values().stream()
                .filter(unit -> !unit.kind().isSpendable())
                .sorted(Comparator.comparing(UnitDefinition::id))
                .toList();
    }

    public boolean has(UnitId unit) {
        return newest.containsKey(unit);
    }

    /** What people call the unit; empty for an unknown one. */
    public String name(UnitId unit) {
        UnitDefinition definition = newest.get(unit);
        return definition == null ? "" : definition.name();
    }

    /** Whether the rule grants units for purchases, as the newest version that has it says. */
    public boolean isForSales(String rule) {
        return documents.descendingMap().values().stream()
                .flatMap(document -> document.earningRules().stream())
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .map(EarningRuleDocument::subject)
                .filter(Subject::isOfPurchases)
                .isPresent();
    }
}
