package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.Rankings.Scored;
import dev.perennial.application.testing.CommunityContract;
import dev.perennial.domain.loyalty.community.Participation;
import dev.perennial.domain.loyalty.community.Participation.Membership;
import dev.perennial.domain.loyalty.community.TakingPart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Rankings} promises. */
public abstract class RankingsContract extends CommunityContract {

    @Test
    void rankingsAreInDescendingOrderAndEqualsInThatOfTheirNumbers() {
        ranked("ada", 300);
        ranked("ben", 500);
        ranked("cem", 300);
        ranked("dea", 0);

        List<Scored> all =
                List.of(new Scored(member("ben"), 500), new Scored(member("ada"), 300), new Scored(member("cem"), 300));
        assertThat(list(0, 10)).isEqualTo(all);
        assertThat(list(0, 2)).isEqualTo(all.subList(0, 2));
        assertThat(list(1, 10)).isEqualTo(all.subList(1, 3));
        assertThat(list(3, 10)).isEmpty();
        assertThat(this.<Long>read(tx -> tx.rankings().ahead(id(), TOP, 300))).isEqualTo(1);
        assertThat(this.<Long>read(tx -> tx.rankings().size(id(), TOP))).isEqualTo(3);
        assertThat(this.<Long>read(tx -> tx.rankings().size(otherTenant.id(), TOP)))
                .isZero();
        int ben = desk.state("ben").number();
        assertThat(this.<Long>read(tx -> tx.rankings().scoreOf(id(), TOP, ben))).isEqualTo(500);
        assertThat(this.<Long>read(tx -> tx.rankings().scoreOf(id(), TOP, ben + 1_000)))
                .isZero();
    }

    @Test
    void aLaterScoreTakesThePlaceOfTheEarlierAndNothingTakesOff() {
        ranked("ada", 300);
        desk.record("ada", PROGRAM, aPurchase("more").of(50).on(day(2)));
        assertThat(list(0, 10)).containsExactly(new Scored(member("ada"), 350));
        desk.take("ada", PROGRAM, new TakingPart.LeaveLeaderboard("top"), day(3));
        assertThat(list(0, 10)).isEmpty();
    }

    @Test
    void participationIsPartOfTheState() {
        desk.enrol("ada", START);
        assertThat(desk.state("ada").participation()).isEqualTo(Participation.NONE);
        desk.take("ada", PROGRAM, new TakingPart.JoinLeaderboard("top"), day(1));
        desk.take("ada", PROGRAM, new TakingPart.JoinLeaderboard("flop"), day(1));
        desk.take("ada", PROGRAM, IN, day(1));
        assertThat(desk.state("ada").participation())
                .isEqualTo(new Participation(Map.of("top", day(1), "flop", day(1)), new Membership("Owls 1", day(1))));
        desk.take("ada", PROGRAM, new TakingPart.LeaveClub(), day(2));
        assertThat(desk.state("ada").participation())
                .isEqualTo(new Participation(Map.of("top", day(1), "flop", day(1)), null));
    }

    private List<Scored> list(long offset, int limit) {
        return read(tx -> tx.rankings().list(id(), TOP, offset, limit));
    }
}
