package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of the program says about the standing of one member.
 *
 * @param tiers null when the version has no levels; then the measure is of no use to anybody
 */
record Rules(InForce inForce, @Nullable TiersDocument tiers, Levels levels, Measure measure) {

    static Rules of(InForce inForce, Instant enrolledAt) {
        TiersDocument tiers = inForce.program().tiers();
        if (tiers == null) {
            return new Rules(inForce, null, new Levels(List.of()), Measure.Years.CALENDAR);
        }
        Measure measure = switch (tiers.window()) {
            case Window.CalendarYear calendar -> Measure.Years.CALENDAR;
            case Window.AnniversaryYear anniversary ->
                new Measure.Years(
                        LocalDate.ofInstant(enrolledAt, inForce.program().zone()));
            case Window.RollingDays(int days) -> new Measure.RollingDays(days);
        };
        return new Rules(inForce, tiers, new Levels(tiers.levels()), measure);
    }

    ZoneId zone() {
        return inForce.program().zone();
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }
}
