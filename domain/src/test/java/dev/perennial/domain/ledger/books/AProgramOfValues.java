package dev.perennial.domain.ledger.books;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.FairValue;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.program.UnitDefinition.Kind;
import dev.perennial.domain.testing.Moments;
import dev.perennial.domain.testing.Programs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of a program that differ in what a point is worth; the rule "base" is for sales, "hello" is for visits. */
final class AProgramOfValues {

    private AProgramOfValues() {}

    /** One version for each value; null for none. */
    static ProgramHistory worth(@Nullable FairValue... values) {
        ProgramHistory plain = Programs.aProgram(
                        Programs.aRule("base"),
                        Programs.aRule("hello").forEach(ActivityType.VISIT).fixed(1))
                .alone();
        ProgramDocument document = plain.versions().getFirst().version().document();
        List<ProgramHistory.InForce> versions = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ProgramDocument valued = new ProgramDocument(
                    document.timeZone(),
                    document.currency(),
                    document.reopenWindowDays(),
                    List.of(
                            new UnitDefinition("points", "Points", 0, Kind.POINTS, null, "", values[i]),
                            new UnitDefinition("status", "Status", 0, Kind.STATUS, null, "")),
                    document.earningRules());
            versions.add(new ProgramHistory.InForce(
                    new ProgramVersion(i + 1, Moments.day(i), Moments.day(i), "", valued),
                    plain.versions().getFirst().program()));
        }
        return new ProgramHistory(versions);
    }
}
