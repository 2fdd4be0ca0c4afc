package dev.perennial.domain.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is asked of the units of a program. */
final class UnitsCheck {

    static final int UNITS_MAX = 50;
    static final int SCALE_MAX = 6;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private UnitsCheck() {}

    static void check(List<UnitDefinition> units, Findings findings) {
        if (units.isEmpty()) {
            findings.add("a program needs at least one unit");
        } else if (units.size() > UNITS_MAX) {
            findings.add("there are " + units.size() + " units; at most " + UNITS_MAX + " are allowed");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            UnitDefinition unit = units.get(i);
            Findings here = findings.item(i);
            here.at("id").id(unit.id(), ID, "1 to 40 of a-z, 0-9 and _, beginning with a letter", seen);
            here.at("name").text(unit.name(), Findings.NAME_MAX);
            here.at("scale").range(unit.scale(), 0, SCALE_MAX);
        }
    }
}
