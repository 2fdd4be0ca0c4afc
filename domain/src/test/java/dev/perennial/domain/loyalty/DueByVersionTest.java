package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static dev.perennial.domain.testing.Programs.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.testing.Members;
import dev.perennial.domain.testing.Seeds;
import dev.perennial.domain.testing.Story;
import dev.perennial.domain.testing.Story.Step;
import dev.perennial.domain.testing.World;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** A member whom nobody decides about is due when a decision would say, once a version's moment is made known. */
final class DueByVersionTest {

    @Test
    void whoIsDueByTheVersionsMomentIsDueWhenADecisionWouldPlan() {
        Seeds.eachComparing(2, 400, random -> {
            Story story = Story.onOneClock(random);
            ProgramHistory first = story.programs(60, 10);
            World world = World.under(first);
            MemberState decided = world.state();
            MemberState known = Plans.planned(first, decided);
            boolean compared = false;
            for (int i = 0; i < 60; i++) {
                Step step = story.next();
                Story.happen(world, step);
                if (!world.state().equals(decided)) {
                    decided = world.state();
                    known = decided;
                }
                if (step instanceof Step.Apply(ProgramHistory programs, Instant now)) {
                    known = known.dueBy(newest(programs).version().effectiveAt());
                    assertThat(known.nextDueAt())
                            .isEqualTo(Plans.planned(programs, decided).nextDueAt());
                    compared = true;
                }
            }
            return compared;
        });
    }

    @Test
    void onceAdvancedItIsPlannedByTheNewVersion() {
        MemberState idle = Members.aMember();
        ProgramHistory gifts = versions(
                aProgram(aRule("base").perEuro(1)).version(1, START),
                aProgram(aRule("year").forEach(ActivityType.ANNIVERSARY).fixed(5))
                        .version(2, day(3)));
        assertThat(idle.nextDueAt()).isNull();

        MemberState told = idle.dueBy(day(3));
        assertThat(told.nextDueAt()).isEqualTo(day(3));
        assertThat(told.dueBy(day(4))).isEqualTo(told);
        Decision advanced = Loyalty.advance(gifts, told, Budgets.NONE, day(3));

        assertThat(advanced.replanned()).isTrue();
        assertThat(advanced.after().nextDueAt()).isEqualTo("2026-12-31T23:00:00Z");
    }

    private static InForce newest(ProgramHistory programs) {
        return programs.versions().stream()
                .max(Comparator.comparingInt(InForce::number))
                .orElseThrow();
    }
}
