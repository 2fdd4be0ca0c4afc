package dev.perennial.application.ledger.flow;

import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;

/** What people call units. */
final class UnitNames {

    private UnitNames() {}

    /** As the document says; empty when it has no such unit. */
    static String name(ProgramDocument document, UnitId unit) {
        return document.units().stream()
                .filter(each -> each.id().equals(unit.value()))
                .map(UnitDefinition::name)
                .findFirst()
                .orElse("");
    }
}
