package dev.perennial.domain.testing;

import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aRule;

import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.PunchCardDocument;
import dev.perennial.domain.testing.Programs.ARule;
import java.util.List;

/** Programs with punch cards. */
public final class Cards {

    private Cards() {}

    /** A stamp for each purchase; two become a coffee. */
    public static ProgramHistory coffeeForTwoStamps(ARule rule) {
        Program plain =
                Programs.aProgram(rule, aRule("stamp").fixed(1).in(STAMPS)).program();
        PunchCardDocument card =
                new PunchCardDocument("coffee", "Coffee", STAMPS.value(), 2, "coffee", 1, new Expiry.Never());
        ProgramDocument document = plain.document();
        ProgramDocument carded = new ProgramDocument(
                document.timeZone(),
                document.currency(),
                document.reopenWindowDays(),
                document.units(),
                document.earning(),
                new EngagementDocument(
                        List.of(), List.of(), List.of(), List.of(card), List.of(), CelebrationsDocument.DEFAULT),
                document.standing(),
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
                carded);
        return new ProgramHistory(
                List.of(new InForce(new ProgramVersion(1, Moments.START, Moments.START, "", carded), program)));
    }
}
