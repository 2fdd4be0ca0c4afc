package dev.perennial.application.activity;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.aVisit;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.RecordedFact;
import dev.perennial.domain.program.ProgramHistory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ActivityLog} promises. */
public abstract class ActivityLogContract extends PortContract {

    private static final ProgramHistory PROGRAM = aProgram(aRule("base")).alone();

    @BeforeEach
    void recordThree() {
        desk.enrol("ada", START);
        desk.record("ada", PROGRAM, aPurchase("o1").of(700).on(day(2)));
        desk.record("ada", PROGRAM, aVisit("late").on(day(1)), day(3));
        desk.record("ada", PROGRAM, aRefundOf("o1").of(200).on(day(4)));
    }

    @Test
    void listsTheNewestRecordedFirstPageByPage() {
        List<RecordedFact> first = list("ada", Long.MAX_VALUE, 2);
        List<RecordedFact> second = list("ada", first.getLast().number(), 2);

        assertThat(ids(first)).containsExactly("refund-of-o1", "late");
        assertThat(ids(second)).containsExactly("o1");
        assertThat(list("ada", second.getLast().number(), 2)).isEmpty();
    }

    @Test
    void showsWhatWasDecidedLast() {
        RecordedFact purchase = list("ada", Long.MAX_VALUE, 10).getLast();

        assertThat(purchase.grants()).extracting(grant -> grant.credited()).containsExactly(5L);
        assertThat(purchase.counts()).isTrue();
        assertThat(purchase.programVersion()).isEqualTo(1);
        assertThat(purchase.recordedAt()).isEqualTo(day(2));
        assertThat(purchase.activity()).isEqualTo(aPurchase("o1").of(700).on(day(2)));
    }

    @Test
    void isEmptyForWhoIsNotKnownHere() {
        assertThat(list("bob", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(ports.activityLog().list(otherTenant.id(), member("ada"), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    private List<RecordedFact> list(String member, long belowNumber, int limit) {
        return ports.activityLog().list(id(), member(member), belowNumber, limit);
    }

    private static List<String> ids(List<RecordedFact> facts) {
        return facts.stream().map(fact -> fact.activity().key().externalId()).toList();
    }
}
