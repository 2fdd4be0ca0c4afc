package dev.perennial.application.loyalty.raffle;

import static dev.perennial.application.loyalty.raffle.RaffleRoom.reason;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Answer;
import dev.perennial.application.storage.SandboxClocks.Turn;
import dev.perennial.application.testing.Desk;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sandbox's raffle is due by its own clock. For everybody else its closing moment, day 10, is long over. */
class RafflesInSandboxTest {

    private final RaffleRoom room = RaffleRoom.inSandbox(1);

    @AfterEach
    void leave() {
        room.close();
    }

    @Test
    void itsOwnClockSaysWhenItMayBeClosed() {
        assertThat(reason(room.close("early"))).isEqualTo(Reason.RAFFLE_OPEN);
        assertThat(reason(room.draw("early", ""))).isEqualTo(Reason.RAFFLE_OPEN);
        assertThat(room.report().raffle().commitment().announcedAt()).isEqualTo(START);

        room.endTurn(room.takeTurn(), 11).close("c");
        room.endTurn(room.takeTurn(), 12).draw("d", "");

        Raffle.Drawn drawn = (Raffle.Drawn) room.report().raffle();
        assertThat(drawn.closed().closedAt()).isEqualTo(day(11));
        assertThat(drawn.drawnAt()).isEqualTo(day(12));
    }

    @Test
    void whatIsDueByTheCloseAndNotNoticedIsAppliedAtItsOwnTime() {
        room.desk.enrol("ada", START);
        room.desk.record(
                "ada",
                aProgram(aRule("base").pendingFor(8)).alone(),
                aPurchase("o").of(900).on(day(2)));

        room.endTurn(room.takeTurn(), 11).close("c");

        assertThat(((Raffle.Closed) room.report().raffle()).tickets()).isEqualTo(9);
        assertThat(room.desk.state("ada").advancedTo()).isEqualTo(day(11));
    }

    @Test
    void closingAndDrawingWaitWhileTheClockMovesAndAreDecidedAtTheTimeItHasThen() {
        room.desk.enrol("ada", START);
        room.desk.adjust("ada", "give", POINTS, 5, day(1));

        Turn turn = room.takeTurn();
        CompletableFuture<Result<Answer>> closed = meanwhile(() -> room.close("c"));
        assertThat(closed).isNotDone();
        room.endTurn(turn, 10);
        assertThat(closed.join()).isInstanceOf(Result.Ok.class);

        Turn next = room.takeTurn();
        CompletableFuture<Result<Answer>> drawn = meanwhile(() -> room.draw("d", ""));
        assertThat(drawn).isNotDone();
        room.endTurn(next, 20);
        assertThat(Desk.value(drawn.join()).replayed()).isFalse();
        assertThat(((Raffle.Drawn) room.report().raffle()).drawnAt()).isEqualTo(day(20));
        assertThat(room.wins("ada")).containsExactly("ada 1");
    }

    private static CompletableFuture<Result<Answer>> meanwhile(Supplier<Result<Answer>> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }
}
