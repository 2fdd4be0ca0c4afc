package dev.perennial.domain.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.feed.Event;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Entry;
import dev.perennial.domain.loyalty.TransferDecisions.Sending;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.transfer.Party;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.member.MemberStatus;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.program.TransferDocument.SendingLimit;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import dev.perennial.domain.shared.UnitId;
import dev.perennial.domain.testing.World;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A point for each euro, good for 30 days; members send 10 to 500 of them at once. */
class TransfersTest {

    private static final Party BOB = new Party(new MemberId("bob"), 2);

    private final World alice = World.under(program(offer(List.of(), List.of(), null)));
    private final World bob = World.under(program(offer(List.of(), List.of(), null)));

    @Test
    void whatIsSentIsOnItsWayAndThenTheReceivers() {
        alice.record(aPurchase("o1").of(euros(100)).on(day(0)));
        bob.record(aPurchase("o2").of(euros(1)).on(day(0)));

        Transfer sent = sends(alice, 60, 1);

        assertThat(sent.state()).isEqualTo(TransferState.SENT);
        assertThat(alice.balance(POINTS)).isEqualTo(new Balance(40, 0, 0, 0));
        assertThat(inTransit(alice)).isEqualTo(60);

        Transfer received = ok(bob.receive(sent, day(2)));

        assertThat(received.state()).isEqualTo(TransferState.RECEIVED);
        assertThat(received.settledAt()).isEqualTo(day(2));
        assertThat(bob.balance(POINTS)).isEqualTo(new Balance(61, 0, 0, 0));
        assertThat(inTransit(alice) + inTransit(bob)).isZero();
        assertThat(told(alice)).containsExactly("sent 60");
        assertThat(told(bob)).containsExactly("received 60");
    }

    @Test
    void theExpiryTravelsAlongLotByLot() {
        alice.record(aPurchase("o1").of(euros(30)).on(day(0)));
        alice.record(aPurchase("o2").of(euros(30)).on(day(10)));
        bob.receive(sends(alice, 40, 11), day(11));

        bob.advance(day(30));
        assertThat(bob.balance(POINTS)).isEqualTo(new Balance(10, 0, 0, 0));

        bob.advance(day(40));
        assertThat(bob.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void whatRanOutOnItsWayRunsOutOnArrival() {
        alice.record(aPurchase("o1").of(euros(30)).on(day(0)));

        bob.receive(sends(alice, 30, 29), day(31));

        assertThat(bob.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void aNewExpiryBeginsOnArrival() {
        ProgramHistory program = program(offer(List.of(), List.of(), new Expiry.AfterDays(5)));
        World sender = World.under(program);
        World receiver = World.under(program);
        sender.record(aPurchase("o1").of(euros(30)).on(day(0)));
        receiver.receive(sends(sender, 30, 29), day(31));

        assertThat(receiver.balance(POINTS)).isEqualTo(new Balance(30, 0, 0, 0));
        receiver.advance(day(36));
        assertThat(receiver.balance(POINTS)).isEqualTo(Balance.ZERO);
    }

    @Test
    void whatCannotBeReceivedComesBackToItsLots() {
        alice.record(aPurchase("o1").of(euros(30)).on(day(0)));
        alice.record(aPurchase("o2").of(euros(30)).on(day(10)));
        Transfer sent = sends(alice, 40, 11);
        bob.becomes(new StatusChange(MemberStatus.CLOSED, false, false), day(11));
        assertThat(refused(bob.receive(sent, day(11)))).isEqualTo(Reason.MEMBER_CLOSED);

        Transfer returned = ok(alice.takeBack(sent, Reason.MEMBER_CLOSED, day(12)));

        assertThat(returned.state()).isEqualTo(TransferState.RETURNED);
        assertThat(returned.returnedBecause()).isEqualTo("MEMBER_CLOSED");
        assertThat(alice.balance(POINTS)).isEqualTo(new Balance(60, 0, 0, 0));
        assertThat(inTransit(alice)).isZero();
        assertThat(told(alice)).containsExactly("sent 40", "returned 40: MEMBER_CLOSED");
        alice.advance(day(30));
        assertThat(alice.balance(POINTS)).isEqualTo(new Balance(30, 0, 0, 0));
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        alice.record(aPurchase("o1").of(euros(100)).on(day(0)));

        assertThat(refused(alice.send(to(BOB, 101), day(1)))).isEqualTo(Reason.INSUFFICIENT_UNITS);
        assertThat(refused(alice.send(to(BOB, 9), day(1)))).isEqualTo(Reason.TRANSFER_LIMIT_REACHED);
        assertThat(refused(alice.send(to(BOB, 501), day(1)))).isEqualTo(Reason.TRANSFER_LIMIT_REACHED);
        Party self = new Party(alice.state().id(), alice.state().number());
        assertThat(refused(alice.send(to(self, 10), day(1)))).isEqualTo(Reason.SAME_MEMBER);
        assertThat(refused(alice.send(new Sending(BOB, new UnitId("stars"), 10, ""), day(1))))
                .isEqualTo(Reason.TRANSFER_NOT_OFFERED);
        assertThat(alice.balance(POINTS)).isEqualTo(new Balance(100, 0, 0, 0));

        alice.becomes(new StatusChange(MemberStatus.SUSPENDED, false, false), day(1));
        assertThat(refused(alice.send(to(BOB, 10), day(1)))).isEqualTo(Reason.MEMBER_SUSPENDED);
    }

    @Test
    void whatComesBackCountsNoMoreForTheSender() {
        World sender = World.under(program(offer(List.of(new SendingLimit(Period.MONTH, 100, 2)), List.of(), null)));
        sender.record(aPurchase("o1").of(euros(300)).on(day(0)));
        Transfer first = sends(sender, 90, 1);
        assertThat(refused(sender.send(to(BOB, 11), day(1)))).isEqualTo(Reason.TRANSFER_LIMIT_REACHED);
        sends(sender, 10, 1);

        ok(sender.takeBack(first, Reason.BALANCE_OVERFLOW, day(1)));

        sends(sender, 90, 1);
        assertThat(refused(sender.send(to(BOB, 10), day(1)))).isEqualTo(Reason.TRANSFER_LIMIT_REACHED);
    }

    @Test
    void aReceiverMayReceiveSoOften() {
        ProgramHistory program = program(offer(List.of(), List.of(new ReceivingLimit(Period.DAY, 1)), null));
        World sender = World.under(program);
        World receiver = World.under(program);
        sender.record(aPurchase("o1").of(euros(300)).on(day(0)));
        ok(receiver.receive(sends(sender, 10, 1), day(1)));
        Transfer second = sends(sender, 10, 1);

        assertThat(refused(receiver.receive(second, day(1)))).isEqualTo(Reason.TRANSFER_LIMIT_REACHED);
        ok(receiver.receive(second, day(2)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noUnitIsLostAmongThree(long seed) {
        Random random = new Random(seed);
        ProgramHistory program = program(offer(List.of(), List.of(), null));
        List<World> members =
                Stream.generate(() -> World.under(program)).limit(3).toList();
        for (int i = 0; i < 3; i++) {
            members.get(i).record(aPurchase("o" + i).of(euros(200 + 100 * i)).on(day(i)));
        }
        for (int step = 3; step < 25; step++) {
            World from = members.get(random.nextInt(3));
            if (from.send(to(BOB, 10 + random.nextInt(90)), day(step))
                    instanceof Result.Ok<Transferred>(Transferred sent)) {
                if (random.nextInt(4) == 0) {
                    ok(from.takeBack(sent.transfer(), Reason.MEMBER_CLOSED, day(step + random.nextInt(2))));
                } else {
                    ok(members.get(random.nextInt(3)).receive(sent.transfer(), day(step)));
                }
            }
            long total = members.stream()
                    .mapToLong(member -> member.balance(POINTS).available())
                    .sum();
            assertThat(total).as("seed %d, step %d", seed, step).isEqualTo(900);
            assertThat(members.stream().mapToLong(TransfersTest::inTransit).sum())
                    .isZero();
        }
    }

    private static ProgramHistory program(TransferDocument offer) {
        return aProgram(aRule("base").perEuro(1).expiring(new Expiry.AfterDays(30)))
                .sending(offer)
                .alone();
    }

    private static TransferDocument offer(
            List<SendingLimit> sending, List<ReceivingLimit> receiving, @Nullable Expiry expiry) {
        return new TransferDocument("points", 10, 500, sending, receiving, expiry);
    }

    private static Sending to(Party receiver, long amount) {
        return new Sending(receiver, POINTS, amount, "");
    }

    private static Transfer sends(World sender, long amount, int day) {
        return ok(sender.send(to(BOB, amount), day(day)));
    }

    private static Transfer ok(Result<Transferred> result) {
        return switch (result) {
            case Result.Ok<Transferred>(Transferred transferred) -> transferred.transfer();
            case Result.Refused<Transferred>(var refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    private static Reason refused(Result<Transferred> result) {
        return ((Result.Refused<Transferred>) result).refusal().reason();
    }

    private static long inTransit(World world) {
        return world.entries().stream().mapToLong(TransfersTest::inTransit).sum();
    }

    private static long inTransit(Entry entry) {
        return (entry.to() == Account.IN_TRANSIT ? entry.amount() : 0)
                - (entry.from() == Account.IN_TRANSIT ? entry.amount() : 0);
    }

    private static List<String> told(World world) {
        return world.decisions().stream()
                .flatMap(decision -> decision.events().stream())
                .flatMap(event -> switch (event) {
                    case Event.TransferSent sent -> Stream.of("sent " + sent.amount());
                    case Event.TransferReceived received -> Stream.of("received " + received.amount());
                    case Event.TransferReturned returned ->
                        Stream.of("returned " + returned.amount() + ": " + returned.reason());
                    default -> Stream.<String>empty();
                })
                .toList();
    }
}
