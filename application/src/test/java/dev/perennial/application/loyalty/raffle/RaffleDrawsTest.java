package dev.perennial.application.loyalty.raffle;

import static dev.perennial.application.loyalty.raffle.RaffleRoom.EARNING;
import static dev.perennial.application.loyalty.raffle.RaffleRoom.reason;
import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.StorageException.OutcomeUnknown;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.Transaction;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.domain.loyalty.raffle.Hash;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.loyalty.raffle.Raffle;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RaffleDrawsTest {

    private final RaffleRoom room = new RaffleRoom(2, "");

    @AfterEach
    void leave() {
        room.close();
    }

    private void enrol(String... members) {
        Stream.of(members).forEach(member -> room.desk.enrol(member, START));
    }

    private void gives(String member, long tickets) {
        room.desk.adjust(member, "give-" + member, POINTS, tickets, day(1));
    }

    private Map<String, Long> list() {
        Map<String, Long> list = new TreeMap<>();
        for (Holder holder : Desk.value(room.list().tickets(room.tenant, "spring", 1, 10_000))) {
            list.put(holder.member().value(), holder.tickets().count());
        }
        return list;
    }

    @Test
    void theCommitmentIsPublishedWithTheProgramAndKeptAtTheDraw() {
        enrol("ada");
        gives("ada", 5);
        Hash commitment = room.report().raffle().commitment().hash();
        assertThat(room.report().raffle()).isInstanceOf(Raffle.Open.class);

        room.on(10).close("c");
        room.draw("d", "");

        Raffle.Drawn drawn = (Raffle.Drawn) room.report().raffle();
        assertThat(Hash.sha256(drawn.seed().bytes())).isEqualTo(commitment);
        assertThat(room.winners()).containsExactly("ada");
    }

    @Test
    void nothingHappensBeforeItsTime() {
        assertThat(reason(room.on(9).close("c"))).isEqualTo(Reason.RAFFLE_OPEN);
        assertThat(reason(room.draw("d", ""))).isEqualTo(Reason.RAFFLE_OPEN);
        assertThat(reason(room.list().tickets(room.tenant, "spring", 1, 1))).isEqualTo(Reason.RAFFLE_OPEN);
        assertThat(reason(room.list().prove(room.tenant, "spring", new MemberId("ada"))))
                .isEqualTo(Reason.RAFFLE_OPEN);
        assertThat(room.on(10).close("c")).as("a refused key is free").isInstanceOf(Result.Ok.class);
    }

    @Test
    void aListOfNobodyIsClosedAndDrawn() {
        room.on(10).close("c");
        room.draw("d", "");
        assertThat(room.report().outcome().winners()).isEmpty();
        assertThat(((Raffle.Drawn) room.report().raffle()).closed().root()).isEqualTo(Hash.sha256());
    }

    @Test
    void theLedgerOfTheMomentCounts() {
        enrol("ada", "bob", "carol");
        room.desk.record("ada", EARNING, aPurchase("o1").of(500).on(day(1)));
        room.desk.adjust("ada", "spent later", POINTS, -3, day(11));
        room.desk.record("bob", EARNING, aPurchase("told late").of(700).on(day(2)), day(11));
        room.desk.record(
                "carol",
                aProgram(aRule("base").pendingFor(8)).alone(),
                aPurchase("due and not noticed").of(900).on(day(2)));

        room.on(12).close("c");

        assertThat(list()).isEqualTo(Map.of("ada", 5L, "carol", 9L));
        assertThat(room.desk.state("carol").wallet().balance(POINTS).available())
                .isEqualTo(9);
    }

    /** Each call begins, does one step and dies in the next: once before its commit, once after it. */
    @Test
    void whereverItIsCutOffTheNextCallGoesOn() {
        String[] members =
                IntStream.rangeClosed(1, 1_100).mapToObj(i -> "m" + i).toArray(String[]::new);
        enrol(members);
        Stream.of(members).forEach(member -> gives(member, 3));
        room.on(10);
        int calls = 0;
        while (room.report().raffle() instanceof Raffle.Open || room.report().raffle() instanceof Raffle.Closing) {
            calls++;
            Mortal storage = new Mortal(room.ports.storage(), 2, calls % 2 == 0);
            RaffleDraws draws = room.draws(storage);
            Throwable failure = catchThrowable(() -> room.close(draws, "c"));
            assertThat(failure).matches(thrown -> thrown == null || storage.isDead());
        }

        assertThat(calls).isBetween(4, 9);
        assertThat(Desk.value(room.close("c")).replayed()).isTrue();
        Raffle.Closed raffle = (Raffle.Closed) room.report().raffle();
        assertThat(raffle.members()).isEqualTo(1_100);
        assertThat(raffle.tickets()).isEqualTo(3_300);
        assertThat(raffle.membersRead()).isEqualTo(1_100);
        assertThat(list()).hasSize(1_100).containsValue(3L);
        proven(raffle, "m1");
        proven(raffle, "m1100");
    }

    /** Storage of a process that is killed in one of its transactions, before or after its commit. */
    private static final class Mortal implements Storage {

        private final Storage sound;
        private final boolean afterCommit;
        private int left;

        Mortal(Storage sound, int transactions, boolean afterCommit) {
            this.sound = sound;
            this.left = transactions;
            this.afterCommit = afterCommit;
        }

        boolean isDead() {
            return left < 0;
        }

        @Override
        public <T> T transact(Function<Transaction, T> work) {
            if (left-- > 0) {
                return sound.transact(work);
            }
            if (afterCommit) {
                sound.transact(work);
            }
            throw new IllegalStateException("killed");
        }

        @Override
        public <T> T read(Function<Transaction, T> work) {
            return sound.read(work);
        }
    }

    private void proven(Raffle.Closed raffle, String member) {
        TicketProof proof = Desk.value(room.list().prove(room.tenant, "spring", new MemberId(member)));
        List<Holder> all = Desk.value(room.list().tickets(room.tenant, "spring", 1, 10_000));
        assertThat(all.get(proof.line())).isEqualTo(proof.holder());
        assertThat(proof.raffle().root()).isEqualTo(raffle.root());
        assertThat(proof.path()).hasSizeBetween(7, 11);
    }

    @Test
    void whoHasNoTicketsOrIsUnknownHasNoProof() {
        enrol("ada");
        room.on(10).close("c");
        assertThat(reason(room.list().prove(room.tenant, "spring", new MemberId("ada"))))
                .isEqualTo(Reason.TICKETS_NOT_FOUND);
        assertThat(reason(room.list().prove(room.tenant, "spring", new MemberId("bob"))))
                .isEqualTo(Reason.MEMBER_NOT_FOUND);
        assertThat(reason(room.list().get(room.tenant, "autumn"))).isEqualTo(Reason.RAFFLE_NOT_FOUND);
    }

    @Test
    void aRepetitionGetsTheFirstReplyAndAnotherKeyIsRefused() {
        room.on(10);
        Answer closed = Desk.value(room.close("c"));
        Answer drawn = Desk.value(room.draw("d", ""));

        assertThat(room.close("c")).isEqualTo(Result.ok(new Answer(closed.reply(), true)));
        assertThat(room.draw("d", "")).isEqualTo(Result.ok(new Answer(drawn.reply(), true)));
        assertThat(reason(room.close("other"))).isEqualTo(Reason.RAFFLE_ALREADY_CLOSED);
        assertThat(reason(room.draw("other", ""))).isEqualTo(Reason.RAFFLE_ALREADY_DRAWN);
        assertThat(reason(room.draw("c", ""))).isEqualTo(Reason.KEY_REUSED);
    }

    @Test
    void ofTwoAtOnceOneHasTheEffect() {
        enrol("ada", "bob");
        gives("ada", 1);
        gives("bob", 1);
        room.on(10);

        assertThat(together(() -> room.close("one"), () -> room.close("two")))
                .filteredOn(Result.Ok.class::isInstance)
                .hasSize(1);
        assertThat(together(() -> room.draw("three", ""), () -> room.draw("four", "")))
                .filteredOn(Result.Ok.class::isInstance)
                .hasSize(1);
        assertThat(room.winners()).containsExactlyInAnyOrder("ada", "bob");
    }

    private static List<Result<Answer>> together(Supplier<Result<Answer>> one, Supplier<Result<Answer>> other) {
        CompletableFuture<Result<Answer>> first = CompletableFuture.supplyAsync(one, Thread::startVirtualThread);
        CompletableFuture<Result<Answer>> second = CompletableFuture.supplyAsync(other, Thread::startVirtualThread);
        return List.of(first.join(), second.join());
    }

    @Test
    void whoeverIsInDoubtIsToldSo() {
        room.on(10).close("c");
        FaultyStorage storage = new FaultyStorage(room.ports.storage())
                .committingBut(new OutcomeUnknown(new Error("cut off")))
                .rollingBack(new IllegalStateException("and then a bug"));
        assertThatThrownBy(() -> room.draws(storage)
                        .draw(
                                room.tenant,
                                "spring",
                                "",
                                room.identity("d", "draw "),
                                report -> Desk.replyTo(room.identity("d", "").key())))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(Desk.value(room.draw("d", "")).replayed()).isTrue();
    }

    @Test
    void aPublicValueThatNobodyAskedForIsRefused() {
        room.on(10).close("c");
        assertThat(reason(room.draw("d", "7"))).isEqualTo(Reason.INVALID_REQUEST);
    }

    @Test
    void withoutThePublicValueThatIsAskedForNothingIsDrawn() {
        RaffleRoom verifiable = new RaffleRoom(1, "the lottery of 7 March").on(10);
        verifiable.close("c");
        assertThat(reason(verifiable.draw("d", ""))).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(verifiable.draw("d", "7, 13")).isInstanceOf(Result.Ok.class);
        assertThat(((Raffle.Drawn) verifiable.report().raffle()).beacon()).isEqualTo("7, 13");
        verifiable.close();
    }

    @Test
    void aRefundDisqualifiesAndTheNextInSequenceWins() {
        enrol("ada", "bob", "carol", "dave");
        for (String member : List.of("ada", "bob", "carol", "dave")) {
            room.desk.record(member, EARNING, aPurchase("o-" + member).of(100).on(day(1)));
        }
        room.on(10).close("c");
        room.draw("d", "");
        List<String> before = room.winners();
        assertThat(before).hasSize(2);

        room.desk.adjust(before.getLast(), "spent", POINTS, -1, day(11));
        assertThat(room.winners()).as("spent tickets still take part").isEqualTo(before);
        room.desk.record(
                before.getFirst(),
                EARNING,
                aRefundOf("o-" + before.getFirst()).of(100).on(day(12)));

        assertThat(room.winners()).hasSize(2).startsWith(before.getLast()).doesNotContain(before.getFirst());
        assertThat(room.report().outcome().disqualified())
                .singleElement()
                .satisfies(gone -> assertThat(gone.takenBack()).isEqualTo(1));

        room.desk.record(
                before.getLast(),
                EARNING,
                aRefundOf("o-" + before.getLast()).of(100).on(day(13)));
        assertThat(room.winners()).hasSize(2).doesNotContainAnyElementsOf(before);
    }
}
