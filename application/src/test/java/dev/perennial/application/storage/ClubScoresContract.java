package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.storage.ClubScores.ClubMember;
import dev.perennial.application.testing.CommunityContract;
import dev.perennial.domain.loyalty.community.ClubPeriod;
import dev.perennial.domain.loyalty.community.TakingPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ClubScores} promises. */
public abstract class ClubScoresContract extends CommunityContract {

    @Test
    void aClubHasWhatItsMembersHadCountedSinceTheyJoined() {
        desk.enrol("ada", START);
        desk.record("ada", PROGRAM, aPurchase("before").of(1_000).on(day(1)));
        desk.take("ada", PROGRAM, IN, day(2));
        contributes("ben", 70);
        desk.record("ada", PROGRAM, aPurchase("since").of(30).on(day(3)));
        assertThat(totals()).isEqualTo(Map.of(SPENT, 100L));
        assertThat(contributors()).containsExactly("ada", "ben");

        desk.take("ada", PROGRAM, new TakingPart.LeaveClub(), day(4));
        desk.record("ada", PROGRAM, aPurchase("elsewhere").of(500).on(day(5)));
        assertThat(totals()).isEqualTo(Map.of(SPENT, 100L));
        assertThat(contributors()).containsExactly("ben");

        desk.take("ada", PROGRAM, IN, day(6));
        desk.record("ada", PROGRAM, aPurchase("again").of(5).on(day(7)));
        assertThat(totals()).isEqualTo(Map.of(SPENT, 105L));
        assertThat(this.<Map<ClubPeriod, Long>>read(
                        tx -> tx.clubs().totals(id(), "Owls 1", Set.of("spent"), JANUARY.plusDays(1))))
                .isEmpty();
    }

    @Test
    void membersOfAClubAreListedByNumber() {
        contributes("ada", 1);
        contributes("ben", 1);
        ClubMember ada = new ClubMember(desk.state("ada").number(), member("ada"));
        ClubMember ben = new ClubMember(desk.state("ben").number(), member("ben"));
        assertThat(members("Owls 1", 0, 10)).containsExactly(ada, ben);
        assertThat(members("Owls 1", 0, 1)).containsExactly(ada);
        assertThat(members("Owls 1", ada.number(), 10)).containsExactly(ben);
        assertThat(members("owls 1", 0, 10)).isEmpty();
    }

    private Map<ClubPeriod, Long> totals() {
        return read(tx -> tx.clubs().totals(id(), "Owls 1", Set.of("spent", "other"), JANUARY));
    }

    private List<String> contributors() {
        return read(tx -> tx.clubs().contributors(id(), SPENT, 0, 10)).stream()
                .map(each -> each.member().value())
                .toList();
    }

    private List<ClubMember> members(String club, int after, int limit) {
        return read(tx -> tx.clubs().members(id(), club, after, limit));
    }
}
