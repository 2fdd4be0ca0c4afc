package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.EarningDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.Named;
import dev.perennial.domain.program.PartiesDocument;
import dev.perennial.domain.program.PlanDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.SpendingDocument;
import dev.perennial.domain.program.StandingDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.StatusMatch;
import dev.perennial.domain.program.TiersDocument.Window;
import dev.perennial.domain.testing.Activities;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program with levels in a line. It begins as calendar years in Berlin, silver at 100, gold at 300 and platinum at
 * 600, without grace; a level that is not confirmed falls to what was earned, and a refund takes it at once.
 */
record ATiersProgram(
        String zone,
        String unit,
        Window window,
        List<Level> levels,
        int graceDays,
        Downgrade downgrade,
        OnRefund onRefund,
        @Nullable StatusMatch statusMatch,
        List<PlanDocument> plans) {

    static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    static ATiersProgram calendarYears() {
        return new ATiersProgram(
                "Europe/Berlin",
                "status",
                new Window.CalendarYear(),
                List.of(level("silver", 100), level("gold", 300), level("platinum", 600)),
                0,
                Downgrade.TO_EARNED,
                OnRefund.REVOKE,
                null,
                List.of());
    }

    static ATiersProgram anniversaryYears() {
        return calendarYears().measuring(new Window.AnniversaryYear());
    }

    static ATiersProgram rollingDays(int days) {
        return calendarYears().measuring(new Window.RollingDays(days));
    }

    static Level level(String id, long threshold) {
        return new Level(id, id, threshold, List.of(new Named(id + "_lounge", "")));
    }

    static PlanDocument plan(String id, int months, int trialDays, int graceDays, String tier) {
        return new PlanDocument(id, id, 999, months, trialDays, graceDays, List.of(new Named(id + "_gift", "")), tier);
    }

    ATiersProgram in(String newZone) {
        return new ATiersProgram(newZone, unit, window, levels, graceDays, downgrade, onRefund, statusMatch, plans);
    }

    ATiersProgram counting(String newUnit) {
        return new ATiersProgram(zone, newUnit, window, levels, graceDays, downgrade, onRefund, statusMatch, plans);
    }

    ATiersProgram measuring(Window newWindow) {
        return new ATiersProgram(zone, unit, newWindow, levels, graceDays, downgrade, onRefund, statusMatch, plans);
    }

    ATiersProgram with(Level... newLevels) {
        return new ATiersProgram(
                zone, unit, window, List.of(newLevels), graceDays, downgrade, onRefund, statusMatch, plans);
    }

    ATiersProgram grace(int days) {
        return new ATiersProgram(zone, unit, window, levels, days, downgrade, onRefund, statusMatch, plans);
    }

    ATiersProgram falling(Downgrade newDowngrade) {
        return new ATiersProgram(zone, unit, window, levels, graceDays, newDowngrade, onRefund, statusMatch, plans);
    }

    ATiersProgram refunding(OnRefund newOnRefund) {
        return new ATiersProgram(zone, unit, window, levels, graceDays, downgrade, newOnRefund, statusMatch, plans);
    }

    ATiersProgram matching(int days, int keepPercent, int keptDays) {
        StatusMatch match = new StatusMatch(days, keepPercent, keptDays);
        return new ATiersProgram(zone, unit, window, levels, graceDays, downgrade, onRefund, match, plans);
    }

    ATiersProgram selling(PlanDocument... newPlans) {
        return new ATiersProgram(
                zone, unit, window, levels, graceDays, downgrade, onRefund, statusMatch, List.of(newPlans));
    }

    /** Without levels a program has no tiers at all. */
    private Program program() {
        @Nullable
        TiersDocument tiers = levels.isEmpty()
                ? null
                : new TiersDocument(unit, window, levels, graceDays, downgrade, onRefund, statusMatch);
        ProgramDocument document = new ProgramDocument(
                zone,
                "EUR",
                60,
                List.of(),
                EarningDocument.of(List.of()),
                EngagementDocument.NONE,
                new StandingDocument(tiers, plans),
                SpendingDocument.NONE,
                PartiesDocument.NONE);
        return new Program(
                ZoneId.of(zone),
                Activities.EUR,
                Duration.ofDays(60),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                document);
    }

    ProgramHistory alone() {
        return then();
    }

    /** This program since 2020, and others from later moments on. */
    ProgramHistory then(Later... others) {
        List<InForce> versions = new ArrayList<>();
        versions.add(version(1, FIRST, program()));
        for (Later later : others) {
            versions.add(
                    version(versions.size() + 1, later.from(), later.program().program()));
        }
        return new ProgramHistory(versions);
    }

    Later from(String moment) {
        return new Later(Instant.parse(moment), this);
    }

    /** A later version. */
    record Later(Instant from, ATiersProgram program) {}

    private static InForce version(int number, Instant from, Program program) {
        return new InForce(new ProgramVersion(number, from, from, "", program.document()), program);
    }
}
