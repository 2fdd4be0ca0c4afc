package dev.perennial.domain.loyalty.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.testing.Arrivals;
import dev.perennial.domain.testing.Moments;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.Story.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold for replaying any story. */
class ReplayTest {

    @Test
    void whatWasRecordedEndsAgainInWhatIsStored() {
        Seeds.each(100, random -> {
            Journal journal = lived(Story.from(random), 50);
            Instant end = journal.world().state().advancedTo();
            Replayed replayed = new Replay(
                            journal.world().programs(),
                            Timeline.of(journal.world().programs()),
                            Moments.START,
                            end)
                    .of(journal.recorded());
            assertThat(replayed.unfunded()).isEmpty();
            assertThat(replayed.asStored()).isTrue();
            assertSame(replayed);
            Sums ledger = new Sums();
            journal.world().entries().forEach(ledger::add);
            ledger.close(journal.world().state().wallet());
            assertThat(replayed.base().units()).isEqualTo(ledger.units());
            assertThat(replayed.base().rules()).isEqualTo(ledger.rules());
            assertThat(replayed.base().owed()).isEqualTo(ledger.owed());
        });
    }

    @Test
    void whoCameFromAnotherSystemEndsAgainInWhatIsStored() {
        Seeds.each(60, random -> {
            Story story = Story.from(random);
            ProgramHistory programs = story.programs(60, 60, 10);
            Instant arrival = Moments.START;
            Journal journal = new Journal(programs, Arrivals.random(random, programs, arrival), arrival);
            for (int i = 0; i < 40; i++) {
                journal.happen(story.next());
            }
            ProgramHistory now = journal.world().programs();
            Instant end = journal.world().state().advancedTo();
            Replayed replayed =
                    new Replay(now, Timeline.of(now), arrival.minus(Duration.ofDays(300)), end).of(journal.recorded());
            assertThat(replayed.unfunded()).isEmpty();
            assertThat(replayed.asStored()).isTrue();
            assertSame(replayed);
            Sums ledger = new Sums();
            journal.world().entries().forEach(ledger::add);
            ledger.close(journal.world().state().wallet());
            assertThat(replayed.base().units()).isEqualTo(ledger.units());
            assertThat(replayed.base().owed()).isEqualTo(ledger.owed());
        });
    }

    @Test
    void proposingTheVersionInForceMakesNoDifference() {
        Seeds.each(100, random -> {
            Journal journal = lived(Story.from(random), 50);
            ProgramHistory programs = journal.world().programs();
            InForce last = programs.versions().stream()
                    .max(Comparator.comparing(version -> version.version().effectiveAt()))
                    .orElseThrow();
            Instant from = last.version().effectiveAt();
            Instant end = journal.world().state().advancedTo();
            if (from.isBefore(end)) {
                Replayed replayed = new Replay(programs, Timeline.proposing(programs, last.program(), from), from, end)
                        .of(journal.recorded());
                assertThat(replayed.unfunded()).isEmpty();
                assertSame(replayed);
            }
        });
    }

    @Test
    void simulatingAProgramComesToWhatApplyingItWouldHaveComeTo() {
        Seeds.each(100, random -> {
            Story story = Story.from(random);
            ProgramHistory programs = story.programs(60, 60, 10);
            InForce first = programs.versions().getFirst();
            InForce other = programs.versions().getLast();
            List<Step> steps = facts(story, 40);
            Instant from = steps.get(15).now();
            Journal without = new Journal(new ProgramHistory(List.of(first)));
            Journal with = new Journal(Timeline.proposing(without.world().programs(), other.program(), from)
                    .all());
            steps.forEach(without::happen);
            steps.forEach(with::happen);
            Instant end = without.world().state().advancedTo();
            Timeline proposed = Timeline.proposing(without.world().programs(), other.program(), from);
            Replayed replayed = new Replay(without.world().programs(), proposed, from, end).of(without.recorded());
            Sums done = new Sums();
            for (Entry entry : with.world().entries()) {
                if (!entry.effectiveAt().isBefore(from)) {
                    done.add(entry);
                }
            }
            done.close(with.world().state().wallet());
            assertThat(replayed.proposed().units()).isEqualTo(done.units());
            assertThat(replayed.proposed().rules()).isEqualTo(done.rules());
            assertThat(replayed.proposed().owed()).isEqualTo(done.owed());
        });
    }

    private static Journal lived(Story story, int steps) {
        Journal journal = new Journal(story.programs(60, 60, 10));
        for (int i = 0; i < steps; i++) {
            journal.happen(story.next());
        }
        return journal;
    }

    /** Commands that one world refuses are none for a comparison. */
    private static List<Step> facts(Story story, int count) {
        List<Step> facts = new ArrayList<>();
        while (facts.size() < count) {
            Step step = story.next();
            if (step instanceof Step.Tell || step instanceof Step.UpdateProfile) {
                facts.add(step);
            }
        }
        return facts;
    }

    private static void assertSame(Replayed replayed) {
        assertThat(replayed.proposed().units()).isEqualTo(replayed.base().units());
        assertThat(replayed.proposed().rules()).isEqualTo(replayed.base().rules());
        assertThat(replayed.proposed().drawn()).isEqualTo(replayed.base().drawn());
    }
}
