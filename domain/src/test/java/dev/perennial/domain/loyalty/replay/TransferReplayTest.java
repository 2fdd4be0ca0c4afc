package dev.perennial.domain.loyalty.replay;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alice has 100 points, good for 30 days; on day 5 she sends 60 and 20, and the 20 come back. */
class TransferReplayTest {

    private static final Party BOB = new Party(new MemberId("bob"), 2);
    private static final ProgramHistory SENDING = aProgram(
                    aRule("base").perEuro(1).expiring(new Expiry.AfterDays(30)))
            .sending(new TransferDocument("points", 1, 500, List.of(), List.of(), null))
            .alone();
    private static final Program KEEPING = aProgram(aRule("base").perEuro(1)).program();

    private final World alice = World.under(SENDING);
    private final World bob = World.under(SENDING);
    private final List<Input.Command> ofAlice = new ArrayList<>();
    private final List<Input.Command> ofBob = new ArrayList<>();

    @Test
    void bothEndAgainInWhatIsStored() {
        live();
        for (RecordedMember member : List.of(recorded(alice, ofAlice), recorded(bob, ofBob))) {
            Replayed replayed = new Replay(SENDING, Timeline.of(SENDING), day(1), day(20)).of(member);
            assertThat(replayed.asStored()).isTrue();
            assertThat(replayed.unfunded()).isEmpty();
            assertThat(replayed.proposed().units()).isEqualTo(replayed.base().units());
        }
        assertThat(replayed(alice, ofAlice).base().of(POINTS).sent()).isEqualTo(60);
        assertThat(replayed(bob, ofBob).base().of(POINTS).sent()).isEqualTo(-60);
    }

    @Test
    void whatOthersSentIsTakenAsItWasRecordedAndWhatTheMemberSendsIsNot() {
        live();
        Replayed sender = replayed(alice, ofAlice);
        assertThat(sender.unfunded()).extracting(Unfunded::reason).containsOnly(Reason.TRANSFER_NOT_OFFERED);
        assertThat(sender.unfunded()).extracting(Unfunded::units).containsExactly(60L, 20L);
        assertThat(sender.proposed().of(POINTS).outstanding()).isEqualTo(100);

        Replayed receiver = replayed(bob, ofBob);
        assertThat(receiver.unfunded()).isEmpty();
        assertThat(receiver.proposed().of(POINTS).outstanding()).isEqualTo(60);
    }

    private void live() {
        alice.record(aPurchase("o1").of(euros(100)).on(day(2)));
        Transfer first = sends(60);
        Transfer second = sends(20);
        ok(bob.receive(first, day(6)));
        keep(ofBob, bob.state(), new Asked.Receive(first));
        ok(alice.takeBack(second, Reason.MEMBER_CLOSED, day(7)));
        keep(ofAlice, alice.state(), new Asked.TakeBack(second.number(), Reason.MEMBER_CLOSED));
    }

    private Transfer sends(long amount) {
        Transfer sent = ok(alice.send(new Sending(BOB, POINTS, amount, ""), day(5)));
        keep(ofAlice, alice.state(), new Asked.Send(BOB, POINTS, amount));
        return sent;
    }

    private static void keep(List<Input.Command> commands, MemberState after, Asked asked) {
        commands.add(
                new Input.Command(after.lastCommand(), after.lastActivity(), "A_TRANSFER", asked, after.advancedTo()));
    }

    /** As if members had not been able to send from day 4 on. */
    private static Replayed replayed(World world, List<Input.Command> commands) {
        return new Replay(SENDING, Timeline.proposing(SENDING, KEEPING, day(4)), day(4), day(20))
                .of(recorded(world, commands));
    }

    private static RecordedMember recorded(World world, List<Input.Command> commands) {
        return RecordedMember.of(world.state(), List.copyOf(world.facts()), commands);
    }

    private static Transfer ok(Result<Transferred> result) {
        return switch (result) {
            case Result.Ok<Transferred>(Transferred transferred) -> transferred.transfer();
            case Result.Refused<Transferred>(var refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }
}
