package dev.perennial.domain.loyalty.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.standing.Change.LevelChanged;
import dev.perennial.domain.loyalty.standing.SlowOracle.Earned;
import dev.perennial.domain.loyalty.standing.SlowOracle.Held;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.testing.Seeds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Buckets and due moments come to what adding up everything on each day comes to. */
class SlowOracleTest {

    private static final LocalDate END = LocalDate.of(2030, 2, 1);

    @Test
    void agreesWithAddingUpEverythingOnEachDay() {
        Map<String, Integer> changed = new HashMap<>();
        Seeds.each(10_000, random -> {
            RandomLife life = new RandomLife(random);
            ATiersProgram program = life.program();
            Instant enrolledAt = life.enrolledAt();
            List<Earned> earned = earned(life, random.nextInt(1, 14));
            List<Held> expected = new SlowOracle(program, enrolledAt, earned).history(END);
            assertThat(history(program, enrolledAt, earned)).isEqualTo(expected);
            String kind = program.window().getClass().getSimpleName() + program.downgrade() + program.onRefund();
            changed.merge(kind, expected.size(), Integer::sum);
        });
        assertThat(changed)
                .satisfiesAnyOf(
                        kinds ->
                                assertThat(System.getProperty("perennial.seed")).isNotNull(),
                        kinds -> {
                            assertThat(kinds).hasSize(3 * 2 * 2);
                            assertThat(kinds.values()).allMatch(changes -> changes > 1_000);
                        });
    }

    /** No two things happen at the same moment, so that nothing has to be said about their order. */
    private static List<Earned> earned(RandomLife life, int count) {
        List<Earned> earned = new ArrayList<>();
        Set<Instant> taken = new HashSet<>();
        while (earned.size() < count) {
            Instant at = life.moment();
            Instant lostAt = life.pick(
                    at.plus(life.refundedAfter()),
                    Instant.parse("2100-01-01T00:00:00Z").plusNanos(earned.size()));
            if (taken.add(at) && taken.add(lostAt)) {
                long amount = life.amount();
                earned.add(new Earned(at, amount, lostAt, life.pick(amount, Math.max(1, amount / 3))));
            }
        }
        return earned;
    }

    private static List<Held> history(ATiersProgram program, Instant enrolledAt, List<Earned> earned) {
        ProgramHistory programs = program.alone();
        List<Change> changes = new ArrayList<>();
        Standing standing = Standing.NEW;
        for (Earned fact :
                earned.stream().sorted(Comparator.comparing(Earned::at)).toList()) {
            standing = standing.earned(programs, enrolledAt, fact.at(), fact.amount(), changes::add)
                    .losing(programs, enrolledAt, fact.at(), fact.lostAt(), fact.lost());
        }
        Instant end = END.atStartOfDay(ZoneId.of(program.zone())).toInstant().minusNanos(1);
        standing.advanced(programs, enrolledAt, end, changes::add);
        Levels levels = new Levels(program.levels());
        return changes.stream()
                .map(LevelChanged.class::cast)
                .map(change -> new Held(change.at(), levels.rank(change.to())))
                .toList();
    }
}
