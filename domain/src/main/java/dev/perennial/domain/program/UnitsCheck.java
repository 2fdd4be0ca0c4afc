package dev.perennial.domain.program;

import dev.perennial.domain.program.UnitDefinition.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is asked of the units of a program. */
final class UnitsCheck {

    private static final int UNITS_MAX = 50;
    private static final int SCALE_MAX = 6;
    private static final int SLIDING_MONTHS_MAX = 1_200;
    private static final long FAIR_VALUE_MAX = 1_000_000_000_000L;
    private static final long APPROVAL_ABOVE_MAX = 1_000_000_000_000_000L;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private UnitsCheck() {}

    static void check(List<UnitDefinition> units, References references, Findings findings) {
        if (units.isEmpty()) {
            findings.add("a program needs at least one unit");
        }
        Set<String> seen = new HashSet<>();
        findings.each(units, UNITS_MAX, "units", (unit, here) -> {
            here.at("id").id(unit.id(), ID, "1 to 40 of a-z, 0-9 and _, beginning with a letter", seen);
            here.at("name").text(unit.name(), Findings.NAME_MAX);
            here.at("scale").range(unit.scale(), 0, SCALE_MAX);
            sliding(unit.sliding(), here.at("sliding_expiry"));
            cause(unit, references, here.at("cause"));
            fairValue(unit, here.at("fair_value"));
            if (unit.approvalAbove() != null) {
                here.at("approval_above").range(unit.approvalAbove(), 0, APPROVAL_ABOVE_MAX);
            }
        });
    }

    private static void sliding(UnitDefinition.@Nullable Sliding sliding, Findings findings) {
        if (sliding != null) {
            findings.at("months").range(sliding.months(), 1, SLIDING_MONTHS_MAX);
            if (sliding.qualifying().isEmpty()) {
                findings.at("qualifying").add("there must be at least one kind of activity");
            }
        }
    }

    private static void fairValue(UnitDefinition unit, Findings findings) {
        FairValue value = unit.fairValue();
        if (value != null) {
            findings.at("units").range(value.units(), 1, FAIR_VALUE_MAX);
            findings.at("amount").range(value.amount(), 1, FAIR_VALUE_MAX);
            if (!unit.kind().isSpendable()) {
                findings.add("a unit of the kind " + unit.kind() + " is not owed to members and has no fair value");
            }
        }
    }

    private static void cause(UnitDefinition unit, References references, Findings findings) {
        if (unit.kind() != Kind.CHARITY && !unit.cause().isEmpty()) {
            findings.add("only a unit of the kind CHARITY is given to a cause");
        } else if (unit.kind() == Kind.CHARITY && unit.cause().isEmpty()) {
            findings.add("a unit of the kind CHARITY needs a cause that it is given to");
        } else {
            references.cause(unit.cause(), findings);
        }
    }
}
