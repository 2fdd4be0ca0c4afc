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

import dev.perennial.application.testing.PortContract;
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
        assertThat(list("ada", Optional.empty(), Long.MAX_VALUE, 100)).isEqualTo(posted.reversed());
        assertThat(posted).anyMatch(entry -> entry.corrects() != null);
    }

    @Test
    void listsPageByPage() {
        List<Entry> first = list("ada", Optional.empty(), Long.MAX_VALUE, 2);
        List<Entry> rest = list("ada", Optional.empty(), first.getLast().number(), 100);

        assertThat(first).hasSize(2);
        assertThat(rest).isEqualTo(posted.reversed().subList(2, posted.size()));
    }

    @Test
    void listsOneUnitOnly() {
        assertThat(list("ada", Optional.of(STAMPS), Long.MAX_VALUE, 100))
                .hasSize(1)
                .allMatch(entry -> entry.unit().equals(STAMPS));
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

    private List<Entry> list(String member, Optional<UnitId> unit, long belowNumber, int limit) {
        return ports.statements().list(id(), member(member), unit, belowNumber, limit);
    }
}
