package dev.perennial.domain.program;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Documents that let members send units to each other, and such with one fault each. */
final class TransferTables {

    private static final long MOST = TransferDocument.AMOUNT_MAX;

    private TransferTables() {}

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("one at a time", allowing(of("points", 1, 1))),
                arguments("as much as there is", allowing(of("points", MOST, MOST))),
                arguments("sliding units as they are", allowing(of("miles", 1, MOST))),
                arguments("units that begin anew", allowing(of("credit", new Expiry.EndOfYear(0)))),
                arguments("several units", allowing(of("points", 1, MOST), of("credit", 1, MOST))),
                arguments("a limit of units", sending(new SendingLimit(Period.DAY, 1, 0))),
                arguments("a limit of times", sending(new SendingLimit(Period.LIFETIME, 0, 1))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("an unknown unit", "unit", "no unit 'stars'", of("stars", 1, 1)),
                refused("standing", "unit", "kind STATUS is not given away", of("status", 1, 1)),
                refused("a badge", "unit", "kind BADGE is not given away", of("badge", 1, 1)),
                refused("a gift", "unit", "kind CHARITY is not given away", of("trees", 1, 1)),
                arguments(
                        "a unit twice",
                        allowing(of("points", 1, 1), of("points", 1, 1)),
                        "transfers[1].unit",
                        "'points' stands here already"),
                refused("nothing", "minimum", "is 0", of("points", 0, 1)),
                refused("more than anybody has", "maximum", "from 1 to", of("points", 1, MOST + 1)),
                refused("less than the least", "maximum", "less than the minimum of 5", of("points", 5, 4)),
                refused(
                        "sliding units anew",
                        "after_days",
                        "runs out as a whole",
                        of("miles", new Expiry.AfterDays(1))),
                refused("gone at once", "after_days", "from 1 to 36500", of("points", new Expiry.AfterDays(0))),
                arguments(
                        "a limit of nothing",
                        sending(new SendingLimit(Period.DAY, 0, 0)),
                        "transfers[0].sending_limits[0]",
                        "limits nothing"),
                arguments(
                        "less than no units",
                        sending(new SendingLimit(Period.DAY, -1, 0)),
                        "transfers[0].sending_limits[0].units",
                        "is -1"),
                arguments(
                        "less than never",
                        sending(new SendingLimit(Period.DAY, 0, -1)),
                        "transfers[0].sending_limits[0].times",
                        "is -1"),
                arguments(
                        "two limits a day",
                        sending(new SendingLimit(Period.DAY, 1, 0), new SendingLimit(Period.DAY, 0, 1)),
                        "transfers[0].sending_limits[1].period",
                        "already a limit"),
                arguments(
                        "never received",
                        receiving(new ReceivingLimit(Period.DAY, 0)),
                        "transfers[0].receiving_limits[0].times",
                        "is 0"),
                arguments(
                        "received by two limits a day",
                        receiving(new ReceivingLimit(Period.DAY, 1), new ReceivingLimit(Period.DAY, 2)),
                        "transfers[0].receiving_limits[1].period",
                        "already a limit"));
    }

    static ProgramDocuments.ADocument allowing(TransferDocument... transfers) {
        return SpendingTables.aShop().with(new SpendingDocument(List.of(), 0, List.of(transfers)));
    }

    static TransferDocument of(String unit, long minimum, long maximum) {
        return new TransferDocument(unit, minimum, maximum, List.of(), List.of(), null);
    }

    private static TransferDocument of(String unit, Expiry expiry) {
        return new TransferDocument(unit, 1, MOST, List.of(), List.of(), expiry);
    }

    private static Arguments refused(String what, String field, String description, TransferDocument transfer) {
        return arguments("sending " + what, allowing(transfer), "transfers[0]." + field, description);
    }

    static ProgramDocuments.ADocument sending(SendingLimit... limits) {
        return allowing(new TransferDocument("points", 10, MOST, List.of(limits), List.of(), null));
    }

    private static ProgramDocuments.ADocument receiving(ReceivingLimit... limits) {
        return allowing(new TransferDocument("points", 1, MOST, List.of(), List.of(limits), null));
    }
}
