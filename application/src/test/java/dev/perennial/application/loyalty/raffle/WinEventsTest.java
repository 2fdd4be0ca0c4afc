package dev.perennial.application.loyalty.raffle;

import static dev.perennial.application.loyalty.raffle.RaffleRoom.EARNING;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.MemberState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WinEventsTest {

    private final RaffleRoom room = new RaffleRoom(2, "");

    @AfterEach
    void leave() {
        room.close();
    }

    @Test
    void eachWinnerIsToldOnceAndWhoMovesUpIsNot() {
        Stream.of("ada", "bob", "carol").forEach(member -> room.desk.enrol(member, START));
        for (String member : List.of("ada", "bob", "carol")) {
            room.desk.record(member, EARNING, aPurchase("o-" + member).of(100).on(day(1)));
        }
        room.on(10).close("c");
        assertThat(room.wins("ada", "bob", "carol")).isEmpty();

        room.draw("d", "");
        room.draw("d", "");
        room.draw("other", "");

        List<String> winners = room.winners();
        List<String> told = List.of(winners.getFirst() + " 1", winners.getLast() + " 2");
        assertThat(room.wins("ada", "bob", "carol")).containsExactlyInAnyOrderElementsOf(told);
        room.desk.record(
                winners.getFirst(),
                EARNING,
                aRefundOf("o-" + winners.getFirst()).of(100).on(day(12)));
        assertThat(room.winners()).isNotEqualTo(winners);
        assertThat(room.wins("ada", "bob", "carol")).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void tellingAWinDecidesNothingElse() {
        room.desk.enrol("ada", START);
        room.desk.record(
                "ada",
                aProgram(aRule("base").pendingFor(3)).alone(),
                aPurchase("o").of(900).on(day(6)));
        room.desk.record(
                "ada",
                aProgram(aRule("base").pendingFor(30)).alone(),
                aPurchase("o2").of(100).on(day(6)));
        room.on(10).close("c");
        MemberState before = room.desk.state("ada");
        room.on(50).draw("d", "");
        MemberState after = room.desk.state("ada");
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(after.nextDueAt())
                .as("still due")
                .isEqualTo(before.nextDueAt())
                .isEqualTo(day(36));
        assertThat(after.wallet()).isEqualTo(before.wallet());
    }

    @Test
    void manyAreToldSomeAtATime() {
        RaffleRoom large = new RaffleRoom(1_100, "").on(10);
        String[] members =
                IntStream.rangeClosed(1, 1_100).mapToObj(i -> "m" + i).toArray(String[]::new);
        for (String member : members) {
            large.desk.enrol(member, START);
            large.desk.adjust(member, "give-" + member, POINTS, 2, day(1));
        }
        large.close("c");
        large.draw("d", "");
        assertThat(large.wins(members)).hasSize(1_100).doesNotHaveDuplicates();
        large.close();
    }
}
