package dev.perennial.domain.loyalty.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.standing.Change.LevelChanged;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds for every life, whatever the versions of the program say. */
class StandingPropertiesTest {

    private static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

    /** How a life is lived: its facts, and by when it is advanced between them. */
    private record Lived(Standing standing, List<Change> changes) {}

    @Test
    void oneJumpEndsWhereDayByDayDoes() {
        Seeds.each(1_000, random -> {
            Life life = new Life(random);
            Lived atOnce = life.lived(Duration.ofDays(10_000));
            assertThat(life.lived(Duration.ofDays(1))).isEqualTo(atOnce);
        });
    }

    @Test
    void itDoesNotMatterByWhenItIsAdvanced() {
        Seeds.each(5_000, random -> {
            Life life = new Life(random);
            Lived atOnce = life.lived(Duration.ofDays(10_000));
            assertThat(life.lived(Duration.ofMinutes(random.nextInt(5_000, 1_000_000))))
                    .isEqualTo(atOnce);
        });
    }

    @Test
    void nothingHappensBeforeTheNextDueMomentAndSomethingAtIt() {
        Seeds.each(5_000, random -> {
            Life life = new Life(random);
            Standing standing = life.lived(Duration.ofDays(10_000), life.facts.headMap(life.random.moment()))
                    .standing();
            Optional<Instant> due = standing.nextDueAt(life.programs, life.enrolledAt);
            for (int i = 0; i < 50 && due.isPresent(); i++) {
                List<Change> changes = new ArrayList<>();
                Instant at = due.get();
                assertThat(standing.advanced(life.programs, life.enrolledAt, at.minusNanos(1), changes::add))
                        .isEqualTo(standing);
                assertThat(changes).isEmpty();
                Standing next = standing.advanced(life.programs, life.enrolledAt, at, changes::add);
                assertThat(next).isNotEqualTo(standing);
                assertThat(changes).allSatisfy(change -> assertThat(change.at()).isEqualTo(at));
                standing = next;
                due = standing.nextDueAt(life.programs, life.enrolledAt);
                due.ifPresent(later -> assertThat(later).isAfterOrEqualTo(at));
            }
        });
    }

    @Test
    void theHistoryOfTheLevelHasNoGapsAndIsWhatTheStandingSays() {
        Seeds.each(5_000, random -> {
            Lived lived = new Life(random).lived(Duration.ofDays(10_000));
            String level = "";
            Instant since = null;
            for (Change change : lived.changes()) {
                if (change instanceof LevelChanged changed) {
                    assertThat(changed.from()).isEqualTo(level).isNotEqualTo(changed.to());
                    assertThat(since == null || !changed.at().isBefore(since)).isTrue();
                    level = changed.to();
                    since = changed.at();
                }
            }
            assertThat(lived.standing().level()).isEqualTo(level);
            assertThat(lived.standing().since()).isEqualTo(since);
        });
    }

    @Test
    void nobodyIsDueForEverAndLittleIsKept() {
        Seeds.each(5_000, random -> {
            Life life = new Life(random);
            Standing last = life.lived(Duration.ofDays(10_000)).standing();
            assertThat(last.nextDueAt(life.programs, life.enrolledAt)).isEmpty();
            assertThat(last.level()).isEmpty();
            assertThat(last.tier().earned()).hasSizeLessThanOrEqualTo(30);
        });
    }

    /** A life by chance, with the versions of the program that it is lived under. */
    private static final class Life {
        final RandomLife random;
        final ProgramHistory programs;
        final Instant enrolledAt;
        final SortedMap<Instant, RandomLife.Fact> facts;

        Life(RandomGenerator generator) {
            random = new RandomLife(generator);
            programs = random.versions();
            enrolledAt = random.enrolledAt();
            facts = random.facts();
        }

        Lived lived(Duration step) {
            Lived lived = lived(step, facts);
            Standing last = lived.standing().advanced(programs, enrolledAt, END, lived.changes()::add);
            return new Lived(last, lived.changes());
        }

        Lived lived(Duration step, SortedMap<Instant, RandomLife.Fact> told) {
            List<Change> changes = new ArrayList<>();
            Standing standing = Standing.NEW;
            Instant now = told.isEmpty() ? END : told.firstKey();
            for (Map.Entry<Instant, RandomLife.Fact> fact : told.entrySet()) {
                for (; now.isBefore(fact.getKey()); now = now.plus(step)) {
                    standing = standing.advanced(programs, enrolledAt, now, changes::add);
                }
                standing = fact.getValue().on(standing, programs, enrolledAt, changes::add);
            }
            for (; now.isBefore(END) && step.toDays() < 10_000; now = now.plus(step)) {
                standing = standing.advanced(programs, enrolledAt, now, changes::add);
            }
            return new Lived(standing, changes);
        }
    }
}
