package dev.perennial.application.ledger;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STAMPS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perennial.application.ledger.Statements.Line;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.ledger.Cause;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Statements} promises. */
public abstract class StatementsContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(
                    aRule("base").expiringAfter(5), aRule("stamp").fixed(1).in(STAMPS))
            .alone();

    private final List<Entry> posted = new ArrayList<>();

    /** Earns, expires, takes back an expiry, corrects by hand. */
    @BeforeEach
    void post() {
        desk.enrol("ada", START);
        keep(desk.record("ada", PROGRAM, aPurchase("o1").of(700).on(day(1))).decision());
        keep(desk.advance("ada", day(10)));
        keep(desk.record("ada", PROGRAM, aRefundOf("o1").of(300).on(day(11))).decision());
        keep(desk.adjust("ada", "give", POINTS, 9, day(12)));
    }

    @Test
    void listsEntriesAsTheyWerePostedTheNewestFirst() {
        assertThat(entries("ada", Optional.empty(), Long.MAX_VALUE, 100)).isEqualTo(posted.reversed());
        assertThat(posted).anyMatch(entry -> entry.corrects() != null);
    }

    @Test
    void tellsWhyABalanceWasCorrectedByHand() {
        Decision given = desk.adjust("ada", "sorry", POINTS, 500, day(13));
        Decision taken = desk.adjust("ada", "mistake", POINTS, -500, day(14));

        List<Line> lines = list("ada", Optional.empty(), Long.MAX_VALUE, 100);
        assertThat(lines.subList(0, taken.entries().size()))
                .extracting(Line::reason, Line::actor)
                .containsOnly(tuple("because of mistake", "asked by mistake"));
        assertThat(lines.subList(
                        taken.entries().size(),
                        taken.entries().size() + given.entries().size()))
                .extracting(Line::reason)
                .containsOnly("because of sorry");
        assertThat(lines)
                .filteredOn(line -> line.entry().cause().trigger() != Cause.Trigger.COMMAND)
                .isNotEmpty()
                .allMatch(line -> line.reason().isEmpty() && line.actor().isEmpty());
    }

    @Test
    void aReasonIsNeverAnotherMembersOrTenants() {
        desk.enrol("bob", START);
        desk.adjust("bob", "for bob", POINTS, 1, day(13));
        otherDesk.enrol("ada", START);
        otherDesk.adjust("ada", "elsewhere", POINTS, 1, day(13));

        assertThat(list("bob", Optional.empty(), Long.MAX_VALUE, 100))
                .extracting(Line::reason)
                .containsExactly("because of for bob");
        assertThat(list("ada", Optional.empty(), Long.MAX_VALUE, 100))
                .extracting(Line::reason)
                .doesNotContain("because of for bob", "because of elsewhere");
    }

    @Test
    void listsPageByPage() {
        List<Entry> first = entries("ada", Optional.empty(), Long.MAX_VALUE, 2);
        List<Entry> rest = entries("ada", Optional.empty(), first.getLast().number(), 100);

        assertThat(first).hasSize(2);
        assertThat(rest).isEqualTo(posted.reversed().subList(2, posted.size()));
    }

    @Test
    void listsOneUnitOnly() {
        assertThat(list("ada", Optional.of(STAMPS), Long.MAX_VALUE, 100))
                .hasSize(1)
                .allMatch(line -> line.entry().unit().equals(STAMPS));
        assertThat(list("ada", Optional.of(new UnitId("miles")), Long.MAX_VALUE, 100))
                .isEmpty();
    }

    @Test
    void isEmptyForWhoIsNotKnownHere() {
        assertThat(list("bob", Optional.empty(), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(ports.statements().list(otherTenant.id(), member("ada"), Optional.empty(), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    private void keep(Decision decision) {
        posted.addAll(decision.entries());
    }

    private List<Entry> entries(String member, Optional<UnitId> unit, long belowNumber, int limit) {
        return list(member, unit, belowNumber, limit).stream().map(Line::entry).toList();
    }

    private List<Line> list(String member, Optional<UnitId> unit, long belowNumber, int limit) {
        return ports.statements().list(id(), member(member), unit, belowNumber, limit);
    }
}
