package dev.perennial.application.loyalty.community;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.ClubScores.Goal;
import dev.perennial.application.storage.Effect;
import dev.perennial.application.storage.Transaction;
import dev.perennial.application.testing.CommunityContract;
import dev.perennial.application.testing.Desk;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.community.TakingPart;
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
    void allClubsOfASetBecomeDueAndOneThatWasStaysSo() {
        contributes("ada", 1);
        joins("ben", "Owls 1");
        joins("cem", "Crows");
        joins("dia", "Finches");
        write(tx -> {
            tx.members().save(id(), List.of(purchase(tx, "ben"), purchase(tx, "cem"), purchase(tx, "dia")));
            return true;
        });
        assertThat(due()).containsExactlyInAnyOrder("Crows", "Finches", "Owls 1");
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

    private void joins(String member, String club) {
        desk.enrol(member, START);
        desk.take(member, PROGRAM, new TakingPart.JoinClub(club), START);
    }

    private Effect purchase(Transaction tx, String member) {
        Activity activity = aPurchase("of-" + member).of(1).on(day(2));
        RequestKey key = RequestKey.activity(activity.key());
        desk.claim(tx, key);
        Consequences consequences =
                Desk.value(Loyalty.record(PROGRAM, desk.lock(tx, member), activity, Budgets.NONE, day(2)));
        return Desk.effect(consequences.decision(), key, Effect.Kind.ACTIVITY, consequences.activityNumber(), day(2));
    }

    private List<Goal> untold() {
        return read(tx -> tx.clubs().untold(id(), "Owls 1", 10));
    }

    private Set<Goal> reached() {
        return read(tx -> tx.clubs().reached(id(), "Owls 1", JANUARY));
    }
}
