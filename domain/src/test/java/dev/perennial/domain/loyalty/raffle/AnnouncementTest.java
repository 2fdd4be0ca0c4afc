package dev.perennial.domain.loyalty.raffle;

import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.EarningDocument;
import dev.perennial.domain.program.EngagementDocument;
import dev.perennial.domain.program.PartiesDocument;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.program.RaffleDocument;
import dev.perennial.domain.program.SpendingDocument;
import dev.perennial.domain.program.StandingDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private final List<ProgramVersion> versions = new ArrayList<>();

    @Test
    void aVersionMayMoveTheCloseUntilItHasCome() {
        version(0, closingOn(10));
        version(5, closingOn(20));
        assertThat(closeAsOf(4)).isEqualTo(10);
        assertThat(closeAsOf(6)).isEqualTo(20);
        assertThat(closeAsOf(99)).isEqualTo(20);
    }

    @Test
    void nothingAppliedAfterTheCloseMovesIt() {
        version(0, closingOn(10));
        version(11, closingOn(20));
        version(12);
        assertThat(closeAsOf(11)).isEqualTo(10);
        assertThat(closeAsOf(99)).isEqualTo(10);
    }

    @Test
    void theMomentAtWhichAVersionTakesEffectIsItsOwn() {
        version(0, closingOn(10));
        version(10, closingOn(20));
        assertThat(closeAsOf(10)).isEqualTo(20);
    }

    @Test
    void aRaffleThatIsLeftOutBeforeItsCloseIsCalledOff() {
        version(0, closingOn(10));
        version(5);
        assertThat(closeAsOf(4)).isEqualTo(10);
        assertThat(closeAsOf(6)).isNull();
        assertThat(closeAsOf(99)).isNull();
    }

    @Test
    void whatIsScheduledIsKnown() {
        version(0);
        version(5, closingOn(10));
        assertThat(closeAsOf(1)).isEqualTo(10);
    }

    @Test
    void otherRafflesAreNotMeant() {
        version(0, new RaffleDocument("other", "Other", "tickets", day(1), 1, ""));
        assertThat(closeAsOf(9)).isNull();
    }

    private static RaffleDocument closingOn(int day) {
        return new RaffleDocument("spring", "Spring", "tickets", day(day), 1, "");
    }

    private void version(int day, RaffleDocument... raffles) {
        EngagementDocument engagement = new EngagementDocument(
                List.of(), List.of(), List.of(), List.of(), List.of(raffles), CelebrationsDocument.DEFAULT);
        ProgramDocument document = new ProgramDocument(
                "Europe/Berlin",
                "EUR",
                60,
                List.of(),
                EarningDocument.of(List.of()),
                engagement,
                StandingDocument.NONE,
                SpendingDocument.NONE,
                PartiesDocument.NONE);
        versions.add(new ProgramVersion(versions.size() + 1, day(day), day(0), "", document));
    }

    private Integer closeAsOf(int now) {
        return Announcement.of(versions, "spring", day(now))
                .map(raffle -> (int) Duration.between(day(0), raffle.closesAt()).toDays())
                .orElse(null);
    }
}
