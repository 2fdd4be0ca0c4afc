package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;

import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.StatusMatch;
import dev.perennial.domain.program.TiersDocument.Window;
import java.util.List;

/**
 * Programs that grant a point for each euro, with silver at 100 points, gold at 300 and platinum at 600; matches last 90
 * days, and the plan {@code club} costs 9.99 a month, can be tried for 14 days and gives gold.
 */
public final class TieredPrograms {

    public static final PlanDocument CLUB =
            new PlanDocument("club", "Club", 999, 1, 14, 7, List.of(new Named("gift", "A gift")), "gold");

    private TieredPrograms() {}

    public static ProgramHistory calendarYears() {
        return measuring(new Window.CalendarYear(), OnRefund.REVOKE);
    }

    public static ProgramHistory measuring(Window window, OnRefund onRefund) {
        TiersDocument tiers = new TiersDocument(
                "points",
                window,
                List.of(level("silver", 100), level("gold", 300), level("platinum", 600)),
                30,
                Downgrade.ONE_LEVEL,
                onRefund,
                new StatusMatch(90, 50, 365));
        return of(new StandingDocument(tiers, List.of(CLUB)));
    }

    public static ProgramHistory of(StandingDocument standing) {
        Program plain = aProgram(aRule("base")).program();
        ProgramDocument document = plain.document();
        ProgramDocument tiered = new ProgramDocument(
                document.timeZone(),
                document.currency(),
                document.reopenWindowDays(),
                document.units(),
                document.earning(),
                document.engagement(),
                standing,
                document.spending(),
                document.parties());
        Program program = new Program(
                plain.zone(),
                plain.currency(),
                plain.reopenWindow(),
                plain.units(),
                plain.rules(),
                plain.multipliers(),
                plain.counters(),
                plain.rewards(),
                plain.discounts(),
                tiered);
        return new ProgramHistory(
                List.of(new InForce(new ProgramVersion(1, Moments.START, Moments.START, "", tiered), program)));
    }

    private static Level level(String id, long threshold) {
        return new Level(id, id, threshold, List.of(new Named(id + "_lounge", "The lounge")));
    }
}
