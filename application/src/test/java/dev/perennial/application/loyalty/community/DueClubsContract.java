package dev.perennial.application.loyalty.community;

import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.application.testing.CommunityContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link DueClubs} promises. */
public abstract class DueClubsContract extends CommunityContract {

    @Test
    void aClubIsDueOnceSomebodyHasContributed() {
        assertThat(due()).isEmpty();
        contributes("ada", 1);
        contributes("ben", 1);
        assertThat(due()).containsExactly("Owls 1");
        assertThat(this.<Boolean>write(tx -> tx.clubs().takeDue(id(), "Owls 1")))
                .isTrue();
        assertThat(this.<Boolean>write(tx -> tx.clubs().takeDue(id(), "Owls 1")))
                .isFalse();
        assertThat(due()).isEmpty();
    }

    @Test
    void aGoalIsReachedOnceAndDueUntilItIsTold() {
        for (int i = 0; i < 2; i++) {
            write(tx -> {
                tx.clubs().reach(id(), List.of(GOAL), day(1));
                return true;
            });
            assertThat(due()).containsExactly("Owls 1");
            assertThat(untold()).containsExactly(GOAL);
        }
        write(tx -> {
            tx.clubs().told(id(), GOAL);
            return true;
        });
        write(tx -> {
            tx.clubs().reach(id(), List.of(GOAL), day(2));
            return true;
        });
        assertThat(due()).isEmpty();
        assertThat(untold()).isEmpty();
        assertThat(reached()).containsExactly(GOAL);
    }

    private List<Goal> untold() {
        return read(tx -> tx.clubs().untold(id(), "Owls 1", 10));
    }

    private Set<Goal> reached() {
        return read(tx -> tx.clubs().reached(id(), "Owls 1", JANUARY));
    }
}
