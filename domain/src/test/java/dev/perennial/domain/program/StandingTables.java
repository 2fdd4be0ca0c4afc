package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import dev.perennial.domain.program.TiersDocument.Level;
import dev.perennial.domain.program.TiersDocument.OnRefund;
import dev.perennial.domain.program.TiersDocument.StatusMatch;
import dev.perennial.domain.program.TiersDocument.Window;
import dev.perennial.domain.program.UnitDefinition.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Documents with one fault each in what gives a standing: where it is and what is said of it. */
final class StandingTables {

    private static final Window YEAR = new Window.CalendarYear();
    private static final Level GOLD = new Level("gold", "Gold", 10, List.of());

    private StandingTables() {}

    static Stream<Arguments> refusedTiers() {
        return Stream.of(
                tiers("an unknown unit", tiers("stars", YEAR, 0, null, GOLD), "unit", "no unit 'stars'"),
                tiers("points", tiers("points", YEAR, 0, null, GOLD), "unit", "of the kind STATUS"),
                tiers("no days", tiers(new Window.RollingDays(0)), "rolling_days", "from 1 to 1000"),
                tiers("1,001 days", tiers(new Window.RollingDays(1_001)), "rolling_days", "from 1 to 1000"),
                tiers("no levels", tiers("status", YEAR, 0, null), "levels", "at least one level"),
                levels("its id", "levels[0].id", "not an id", new Level("Gold!", "", 10, List.of())),
                levels("one id twice", "levels[1].id", "more than once", GOLD, new Level("gold", "", 20, List.of())),
                levels("for nothing", "levels[0].threshold", "is 0", new Level("l", "", 0, List.of())),
                levels("falling", "levels[1].threshold", "more than the 10", GOLD, new Level("l", "", 10, List.of())),
                levels(
                        "one benefit twice",
                        "levels[0].benefits[1].id",
                        "more than once",
                        new Level("l", "", 1, List.of(new Named("b", ""), new Named("b", "")))),
                tiers("grace −1", tiers("status", YEAR, -1, null, GOLD), "grace_days", "from 0 to 400"),
                tiers("grace 401", tiers("status", YEAR, 401, null, GOLD), "grace_days", "from 0 to 400"),
                match("no days", new StatusMatch(0, 0, 0), "days", "from 1 to 1000"),
                match("101 %", new StatusMatch(1, 101, 0), "keep_percent", "from 0 to 100"),
                match("kept −1", new StatusMatch(1, 0, -1), "kept_days", "from 0 to 1000"));
    }

    static Stream<Arguments> refusedPlans() {
        return Stream.of(
                plan("its id", new PlanDocument("", "", 0, 1, 0, 0, List.of(), ""), "id", "not an id"),
                plan("a price", new PlanDocument("p", "", -1, 1, 0, 0, List.of(), ""), "price", "is -1"),
                plan("no months", new PlanDocument("p", "", 0, 0, 0, 0, List.of(), ""), "months", "from 1 to 120"),
                plan("121 months", new PlanDocument("p", "", 0, 121, 0, 0, List.of(), ""), "months", "from 1 to 120"),
                plan("a long trial", new PlanDocument("p", "", 0, 1, 401, 0, List.of(), ""), "trial_days", "0 to 400"),
                plan("a long grace", new PlanDocument("p", "", 0, 1, 0, 401, List.of(), ""), "grace_days", "0 to 400"),
                plan(
                        "a benefit's id",
                        new PlanDocument("p", "", 0, 1, 0, 0, List.of(new Named("a b", "")), ""),
                        "benefits[0].id",
                        "not an id"),
                plan("its tier", new PlanDocument("p", "", 0, 1, 0, 0, List.of(), "gold"), "tier", "no level 'gold'"));
    }

    private static TiersDocument tiers(
            String unit, Window window, int grace, @Nullable StatusMatch match, Level... levels) {
        return new TiersDocument(unit, window, List.of(levels), grace, Downgrade.TO_EARNED, OnRefund.REVOKE, match);
    }

    private static TiersDocument tiers(Window window) {
        return tiers("status", window, 0, null, GOLD);
    }

    private static Arguments tiers(String what, TiersDocument tiers, String field, String description) {
        ADocument document = aDocument()
                .withUnits(
                        new UnitDefinition("points", "", 0), new UnitDefinition("status", "", 0, Kind.STATUS, null, ""))
                .with(new StandingDocument(tiers, List.of()));
        return arguments("tiers: " + what, document, "tiers." + field, description);
    }

    private static Arguments levels(String what, String field, String description, Level... levels) {
        return tiers(what, tiers("status", YEAR, 0, null, levels), field, description);
    }

    private static Arguments match(String what, StatusMatch match, String field, String description) {
        return tiers("a match: " + what, tiers("status", YEAR, 0, match, GOLD), "status_match." + field, description);
    }

    private static Arguments plan(String what, PlanDocument plan, String field, String description) {
        ADocument document = aDocument().with(new StandingDocument(null, List.of(plan)));
        return arguments("a plan: " + what, document, "membership_plans[0]." + field, description);
    }
}
