package dev.perennial.application.loyalty.standing;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.loyalty.standing.StandingHistory.Line;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.activity.MembershipFact;
import dev.perennial.domain.activity.Place;
import dev.perennial.domain.feed.Event;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.TieredPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StandingHistory} promises. */
public abstract class StandingHistoryContract extends PortContract {

    private static final ProgramHistory PROGRAM = TieredPrograms.calendarYears();

    private final List<Line> told = new ArrayList<>();

    /** Up, a membership, and down by a refund. */
    @BeforeEach
    void live() {
        desk.enrol("ada", START);
        keep(desk.record("ada", PROGRAM, aPurchase("o1").of(euros(650)).on(day(1))));
        keep(desk.record(
                "ada",
                PROGRAM,
                new Activity(
                        new ActivityKey("shop", "p1"),
                        day(2),
                        false,
                        Place.UNKNOWN,
                        Map.of(),
                        new MembershipFact.Payment("club"))));
        keep(desk.record("ada", PROGRAM, aRefundOf("o1").of(euros(600)).on(day(3))));
    }

    @Test
    void listsWhatEventsToldTheLatestFirst() {
        assertThat(told)
                .extracting(Line::change)
                .containsExactly(
                        new Event.LevelChanged(day(1), "", "platinum", "EARNED"),
                        new Event.MembershipChanged(day(2), "club", "NONE", "ACTIVE"),
                        new Event.LevelChanged(day(3), "platinum", "gold", "REFUND"));
        assertThat(list("ada", Long.MAX_VALUE, 10)).isEqualTo(told.reversed());
    }

    @Test
    void listsPageByPage() {
        List<Line> first = list("ada", Long.MAX_VALUE, 2);
        assertThat(first).hasSize(2);
        assertThat(list("ada", first.getLast().sequence(), 2)).containsExactly(told.getFirst());
        assertThat(list("ada", told.getFirst().sequence(), 2)).isEmpty();
    }

    @Test
    void isEmptyForWhoIsNotKnownHere() {
        assertThat(list("bob", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(ports.standingHistory().list(otherTenant.id(), member("ada"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    private void keep(Consequences consequences) {
        long sequence = consequences.decision().sequenceBefore();
        for (Event event : consequences.decision().events()) {
            sequence++;
            if (event instanceof Event.StandingEvent change) {
                told.add(new Line(sequence, change));
            }
        }
    }

    private List<Line> list(String member, long belowSequence, int limit) {
        return ports.standingHistory().list(id(), member(member), belowSequence, limit);
    }
}
