package dev.perennial.domain.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of partners, causes and benefits. */
final class PartiesCheck {

    private PartiesCheck() {}

    static void check(PartiesDocument parties, Findings findings) {
        named(parties.partners(), "partners", findings.at("partners"));
        named(parties.causes(), "causes", findings.at("causes"));
    }

    static void named(List<Named> elements, String what, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(
                elements,
                Findings.ELEMENTS_MAX,
                what,
                (element, here) -> here.named(element.id(), element.name(), seen));
    }
}
