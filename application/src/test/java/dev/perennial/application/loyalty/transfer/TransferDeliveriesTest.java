package dev.perennial.application.loyalty.transfer;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.loyalty.Expectations;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.transfer.Transfers.Asked;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException.OutcomeUnknown;
import dev.perennial.application.shared.StorageException.Unavailable;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.loyalty.TransferDecisions.Transferred;
import dev.perennial.domain.loyalty.transfer.Transfer;
import dev.perennial.domain.loyalty.transfer.TransferState;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.TransferDocument;
import dev.perennial.domain.program.TransferDocument.ReceivingLimit;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Result;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada has 100 points and sends them to Ben, who may receive twice a day. */
final class TransferDeliveriesTest {

    private static final long ALL_THAT_FITS = 1_000_000_000_000_000_000L;
    private final Unavailable away = new Unavailable(new IllegalStateException("as told"));

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key");
    private final Desk desk = new Desk(ports, shop);
    private final InForce version = aProgram(aRule("base").perEuro(1))
            .sending(
                    new TransferDocument("points", 1, 100, List.of(), List.of(new ReceivingLimit(Period.DAY, 2)), null))
            .version(1, START);
    private final ProgramHistory programs = new ProgramHistory(List.of(version));
    private final Lanes lanes = new Lanes(
            storage,
            new ProgramCatalog(new ProgramChecker(new CelConditions())),
            new TenantTime(() -> day(2)),
            new Backoff(new Random(1)),
            2);
    private final TransferDeliveries deliveries = new TransferDeliveries(ports.transferLog(), lanes);
    private final Transfers transfers = new Transfers(storage, lanes, ports.transferLog(), deliveries);

    @BeforeEach
    void live() {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("program");
            desk.claim(tx, key);
            tx.programs().add(shop.id(), version.version(), key, Desk.replyTo(key));
            return true;
        });
        Stream.of("ada", "ben").forEach(member -> desk.enrol(member, START));
        desk.record("ada", programs, aPurchase("o1").of(euros(100)).on(day(1)));
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void whatIsSentIsReceivedAtOnceAndNoLoopHasToFindIt() {
        ok(send("t1", 60));
        lanes.close(); // ends when everything is decided that was handed to them

        assertThat(points("ada")).isEqualTo(40);
        assertThat(points("ben")).isEqualTo(60);
        assertThat(states()).containsExactly(TransferState.RECEIVED);
    }

    @Test
    void aRepetitionSendsNothingAndGetsTheFirstReply() {
        Answer first = ok(send("t1", 60));
        deliveries.settleAll();

        Answer again = ok(send("t1", 60));

        assertThat(again.replayed()).isTrue();
        assertThat(again.reply()).isEqualTo(first.reply());
        assertThat(points("ben")).isEqualTo(60);
        assertThat(states()).hasSize(1);
    }

    @Test
    void whatWasCutOffInBetweenIsFoundAndReceivedOnceHoweverManyLook() {
        storage.failingFor("ben", away);
        ok(send("t1", 60));
        assertThatThrownBy(deliveries::settleAll).hasRootCauseMessage("as told");
        assertThat(points("ada")).isEqualTo(40);
        assertThat(states()).containsExactly(TransferState.SENT);

        storage.mend();
        eightLook();

        assertThat(points("ben")).isEqualTo(60);
        assertThat(states()).containsExactly(TransferState.RECEIVED);
        assertThat(deliveries.settleAll()).isZero();
    }

    @Test
    void whoseCommitSeemedToFailHasReceivedOnce() {
        storage.failingFor("ben", away);
        ok(send("t1", 60));
        assertThatThrownBy(deliveries::settleAll).isNotNull();
        storage.mend();
        storage.committingBut(new OutcomeUnknown(new IllegalStateException("as told")));

        deliveries.settleAll();
        deliveries.settleAll();

        assertThat(points("ben")).isEqualTo(60);
        assertThat(states()).containsExactly(TransferState.RECEIVED);
    }

    @Test
    void whatMayNotBeReceivedIsWithTheSenderAgain() {
        ok(send("t1", 10));
        ok(send("t2", 10));
        deliveries.settleAll();
        ok(send("t3", 10));
        eightLook();

        assertThat(points("ada")).isEqualTo(80);
        assertThat(points("ben")).isEqualTo(20);
        assertThat(list()).extracting(Transfer::returnedBecause).containsExactly("TRANSFER_LIMIT_REACHED", "", "");
    }

    @Test
    void whatComesBackDoesSoOnceThoughItWasCutOff() {
        ok(send("t1", 10));
        ok(send("t2", 10));
        deliveries.settleAll();
        storage.failingFor("ben", away);
        ok(send("t3", 10));
        assertThatThrownBy(deliveries::settleAll).isNotNull();
        storage.mend();
        storage.failingFor("ada", away);
        assertThatThrownBy(deliveries::settleAll).isNotNull();
        assertThat(states()).startsWith(TransferState.SENT);

        storage.mend();
        assertThat(deliveries.settleAll()).isEqualTo(1);
        assertThat(points("ada")).isEqualTo(80);
        assertThat(states()).startsWith(TransferState.RETURNED);
    }

    @Test
    void whatCanNeitherComeInNorGoBackStaysOnItsWayAndHoldsUpNobody() {
        storage.failingFor("ben", away);
        ok(send("t1", 100));
        assertThatThrownBy(deliveries::settleAll).isNotNull();
        storage.mend();
        desk.adjust("ben", "much", POINTS, ALL_THAT_FITS, day(2));
        desk.adjust("ada", "much-too", POINTS, ALL_THAT_FITS, day(2));

        assertThat(deliveries.settleAll()).isZero();
        assertThat(states()).containsExactly(TransferState.SENT);

        desk.adjust("ada", "less", POINTS, -100, day(2));
        assertThat(deliveries.settleAll()).isEqualTo(1);
        assertThat(list()).extracting(Transfer::returnedBecause).containsExactly("BALANCE_OVERFLOW");
    }

    @Test
    void nobodyUnknownSendsOrReceives() {
        assertThat(refused(transfers.send(
                        shop,
                        new MemberId("ada"),
                        asked("nobody", 1),
                        Expectations.NONE,
                        identity("t1"),
                        TransferDeliveriesTest::reply)))
                .isEqualTo(Reason.MEMBER_NOT_FOUND);
        assertThat(refused(transfers.send(
                        shop,
                        new MemberId("nobody"),
                        asked("ada", 1),
                        Expectations.NONE,
                        identity("t1"),
                        TransferDeliveriesTest::reply)))
                .isEqualTo(Reason.MEMBER_NOT_FOUND);
        assertThat(points("ada")).isEqualTo(100);
    }

    private void eightLook() {
        CompletableFuture<?>[] finders = Stream.generate(
                        () -> CompletableFuture.runAsync(deliveries::settleAll, Thread::startVirtualThread))
                .limit(8)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(finders).join();
    }

    private CompletableFuture<Result<Answer>> send(String requestId, long amount) {
        return transfers.send(
                shop,
                new MemberId("ada"),
                asked("ben", amount),
                Expectations.NONE,
                identity(requestId),
                TransferDeliveriesTest::reply);
    }

    private static Payload reply(Transferred sent) {
        return new Payload(new byte[] {(byte) sent.transfer().number()});
    }

    private static Asked asked(String to, long amount) {
        return new Asked(new MemberId(to), POINTS, amount, "");
    }

    private Identity identity(String requestId) {
        return new Identity(RequestKey.command(requestId), desk.fingerprint(requestId));
    }

    private static Answer ok(CompletableFuture<Result<Answer>> result) {
        return Desk.value(result.join());
    }

    private static Reason refused(CompletableFuture<Result<Answer>> result) {
        return ((Result.Refused<Answer>) result.join()).refusal().reason();
    }

    private long points(String member) {
        return desk.state(member).wallet().balance(POINTS).available();
    }

    private List<TransferState> states() {
        return list().stream().map(Transfer::state).toList();
    }

    /** The newest first. */
    private List<Transfer> list() {
        return ports.transferLog().list(shop.id(), new MemberId("ada"), Long.MAX_VALUE, 10).stream()
                .map(TransferLog.Listed::transfer)
                .toList();
    }
}
