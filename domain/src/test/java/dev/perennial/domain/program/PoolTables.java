package dev.perennial.domain.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.program.PoolDocument.Spending;
import dev.perennial.domain.program.ProgramDocuments.ADocument;
import dev.perennial.domain.program.UnitDefinition.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that let families save together, and such with one fault each. */
final class PoolTables {

    private PoolTables() {}

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("a pool of two", pooling(of(2, 0, "points"))),
                arguments("a pool of fifty with years of cooling off", pooling(of(50, 3_650, "points"))),
                arguments("a pool of several units", pooling(of(5, 30, "points", "credit"))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("nothing", "units", "at least one unit", of(2, 0)),
                refused("an unknown unit", "units[0]", "no unit 'stars'", of(2, 0, "stars")),
                refused("standing", "units[0]", "kind STATUS is not given away", of(2, 0, "status")),
                refused("a badge", "units[0]", "kind BADGE is not given away", of(2, 0, "badge")),
                refused("a gift", "units[0]", "kind CHARITY is not given away", of(2, 0, "trees")),
                refused(Kind.TICKET),
                refused(Kind.STAMP),
                refused("sliding units", "units[0]", "has a sliding expiry", of(2, 0, "miles")),
                refused("a unit twice", "units[1]", "stands here already", of(2, 0, "points", "points")),
                refused("one alone", "max_members", "from 2 to 50", of(1, 0, "points")),
                refused("a village", "max_members", "from 2 to 50", of(51, 0, "points")),
                refused("less than no days", "cooling_off_days", "from 0 to 3650", of(2, -1, "points")),
                refused("more than ten years", "cooling_off_days", "from 0 to 3650", of(2, 3_651, "points")));
    }

    static ADocument pooling(PoolDocument pool) {
        return SpendingTables.aShop().with(new SpendingDocument(List.of(), 0, List.of(), pool));
    }

    static PoolDocument of(int maxMembers, int coolingOffDays, String... units) {
        return new PoolDocument(List.of(units), maxMembers, Spending.ADULTS, coolingOffDays);
    }

    private static Arguments refused(Kind kind) {
        ADocument document = aDocument()
                .withUnits(new UnitDefinition("points", "", 0), new UnitDefinition("it", "", 0, kind, null, ""))
                .with(new SpendingDocument(List.of(), 0, List.of(), of(2, 0, "it")));
        return arguments("pooling a " + kind, document, "pool.units[0]", "kind " + kind + " works by itself");
    }

    private static Arguments refused(String what, String field, String description, PoolDocument pool) {
        return arguments("pooling " + what, pooling(pool), "pool." + field, description);
    }
}
