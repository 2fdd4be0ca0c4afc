package dev.perennial.application.loyalty;

import static dev.perennial.application.loyalty.Give.BEANS;
import static dev.perennial.domain.testing.Moments.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.shared.Reason;
import dev.perennial.domain.shared.Refusal;
import dev.perennial.domain.shared.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command may expect of its neighbours in a lane, and of a database that fails: that neither harms it. */
final class LanesTest {

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant tenant = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Desk desk = new Desk(ports, tenant);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));
    private final Lanes lanes = new Lanes(storage, catalog, new TenantTime(() -> START), new Backoff(new Random(1)), 1);

    @BeforeEach
    void enrol() {
        desk.enrol("ada", START);
        desk.enrol("ben", START);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void whatWaitsIsCommittedTogether() {
        List<CompletableFuture<Result<Answer>>> replies =
                together(give("ada", "a", 1), give("ben", "b", 2), give("ada", "c", 3));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.join()).isInstanceOf(Result.Ok.class));
        assertThat(storage.transactions()).isEqualTo(2);
        assertThat(beans("ada")).isEqualTo(4);
        assertThat(beans("ben")).isEqualTo(2);
    }

    @Test
    void aDecisionThatThrowsHarmsItsOwnCommandAlone() {
        List<CompletableFuture<Result<Answer>>> replies = together(
                give("ada", "a", 1),
                give("ada", "b", 2).throwing(new IllegalStateException("a bug")),
                give("ada", "c", 3));

        assertThatThrownBy(() -> replies.get(1).join()).hasRootCauseMessage("a bug");
        assertThat(said(replies.get(2).join())).isEqualTo("c was number 3");
        assertThat(beans("ada")).isEqualTo(4);
        assertThat(storage.transactions()).isEqualTo(2);
        assertThat(said(lanes.submit(give("ada", "b", 2)).join())).isEqualTo("b was number 4");
    }

    @Test
    void aDecisionThatGoesTooDeepHarmsItsOwnCommandAlone() {
        List<CompletableFuture<Result<Answer>>> replies =
                together(give("ada", "a", 1), give("ada", "b", 2).throwing(new StackOverflowError("too deep")));

        assertThatThrownBy(() -> replies.get(1).join()).hasRootCauseMessage("too deep");
        assertThat(replies.get(0).join()).isInstanceOf(Result.Ok.class);
        assertThat(storage.transactions()).as("nothing was repeated").isEqualTo(2);
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        List<CompletableFuture<Result<Answer>>> replies = together(give("ada", "a", -1), give("ben", "b", 2));

        assertThat(refusal(replies.get(0).join()).reason()).isEqualTo(Reason.INSUFFICIENT_UNITS);
        assertThat(said(replies.get(1).join())).isEqualTo("b was number 2");
        assertThat(beans("ben")).isEqualTo(2);
        assertThat(lanes.submit(give("ada", "a", 5)).join()).isInstanceOf(Result.Ok.class);
    }

    @Test
    void aRowThatTheDatabaseRefusesIsSingledOut() {
        List<CompletableFuture<Result<Answer>>> replies = together(
                () -> storage.rollingBack(rejected()).rollingBack(rejected()),
                give("ada", "a", 1),
                give("ben", "b", 2),
                give("ada", "c", 3));

        assertThatThrownBy(() -> replies.get(0).join()).hasCauseInstanceOf(StorageException.Rejected.class);
        assertThat(said(replies.get(1).join())).isEqualTo("b was number 2");
        assertThat(said(replies.get(2).join())).isEqualTo("c was number 2");
        assertThat(beans("ben")).isEqualTo(2);
        assertThat(beans("ada")).isEqualTo(3);
    }

    @Test
    void aLostRaceIsRunAgainAsAWholeAndThenInParts() {
        List<CompletableFuture<Result<Answer>>> replies = together(
                () -> storage.rollingBack(conflict()).rollingBack(conflict()).rollingBack(conflict()),
                give("ada", "a", 1),
                give("ben", "b", 2));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.join()).isInstanceOf(Result.Ok.class));
        assertThat(storage.transactions()).isEqualTo(1 + 2 + 2 + 1);
        assertThat(beans("ada")).isEqualTo(1);
        assertThat(beans("ben")).isEqualTo(2);
    }

    @Test
    void oneRowThatOthersHoldCostsItsNeighboursLittle() {
        List<Give> gifts =
                IntStream.range(0, 30).mapToObj(i -> give("m" + i, "g" + i, 1)).toList();
        gifts.forEach(gift -> desk.enrol(gift.member().value(), START));
        storage.failingFor("m17", conflict());
        List<CompletableFuture<Result<Answer>>> replies = together(gifts.toArray(Give[]::new));
        lanes.close();

        assertThatThrownBy(() -> replies.get(17).join()).hasCauseInstanceOf(StorageException.Conflict.class);
        assertThat(replies)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(1);
        assertThat(storage.transactions())
                .as("the busy one, the whole twice, six parts, five singles, one of them three times")
                .isEqualTo(1 + 2 + 6 + 5 + 2);
    }

    @Test
    void whenOthersHoldManyRowsTheRestIsTurnedAway() {
        List<Give> gifts =
                IntStream.range(0, 4).mapToObj(i -> give("m" + i, "g" + i, 1)).toList();
        gifts.forEach(gift -> storage.failingFor(gift.member().value(), conflict()));
        List<CompletableFuture<Result<Answer>>> replies = together(gifts.toArray(Give[]::new));

        assertThatThrownBy(() -> replies.get(0).join()).hasCauseInstanceOf(StorageException.Conflict.class);
        assertThatThrownBy(() -> replies.get(3).join()).hasCauseInstanceOf(Overloaded.class);
        assertThat(storage.transactions())
                .as("the busy one, and ten that were lost")
                .isEqualTo(11);
    }

    @Test
    void aRaceThatIsLostAgainAndAgainFailsWithoutEffect() {
        for (int i = 0; i < 6; i++) {
            storage.rollingBack(conflict());
        }
        CompletableFuture<Result<Answer>> reply = lanes.submit(give("ada", "a", 1));

        assertThatThrownBy(reply::join).hasCauseInstanceOf(StorageException.Conflict.class);
        assertThat(beans("ada")).isZero();
        assertThat(storage.transactions()).isEqualTo(6);
    }

    @Test
    void aCommitWhoseOutcomeIsUnknownIsAskedForByItsKey() {
        storage.committingBut(outcomeUnknown());
        Answer answer = ok(lanes.submit(give("ada", "a", 1)).join());

        assertThat(answer.replayed()).isTrue();
        assertThat(beans("ada")).isEqualTo(1);
    }

    @Test
    void afterAnUnknownOutcomeALostRaceIsNotCalledOne() {
        storage.committingBut(outcomeUnknown());
        for (int i = 0; i < 5; i++) {
            storage.rollingBack(conflict());
        }
        CompletableFuture<Result<Answer>> reply = lanes.submit(give("ada", "a", 1));

        assertThatThrownBy(reply::join).hasCauseInstanceOf(StorageException.OutcomeUnknown.class);
        assertThat(beans("ada")).isEqualTo(1);
        assertThat(ok(lanes.submit(give("ada", "a", 1)).join()).replayed()).isTrue();
    }

    @Test
    void afterAnUnknownOutcomeNobodyIsToldThatNothingHappened() {
        for (RuntimeException later : List.of(unavailable(), rejected())) {
            storage.committingBut(outcomeUnknown()).rollingBack(later);
            CompletableFuture<Result<Answer>> reply =
                    lanes.submit(give("ada", later.getClass().getName(), 1));

            assertThatThrownBy(reply::join).hasCauseInstanceOf(StorageException.OutcomeUnknown.class);
        }
        assertThat(beans("ada")).isEqualTo(2);
    }

    @Test
    void anUnknownOutcomeIsRememberedInTheParts() {
        List<CompletableFuture<Result<Answer>>> replies = together(
                () -> storage.committingBut(outcomeUnknown())
                        .rollingBack(rejected())
                        .rollingBack(unavailable()),
                give("ada", "a", 1),
                give("ben", "b", 2));

        assertThatThrownBy(() -> replies.get(0).join()).hasCauseInstanceOf(StorageException.OutcomeUnknown.class);
        assertThat(ok(replies.get(1).join()).replayed()).isTrue();
    }

    @Test
    void afterAnUnknownOutcomeWhatIsThenDecidedIsCertain() {
        storage.rollingBack(outcomeUnknown());
        assertThat(refusal(lanes.submit(give("ada", "a", -1)).join()).reason()).isEqualTo(Reason.INSUFFICIENT_UNITS);

        storage.rollingBack(outcomeUnknown());
        assertThat(ok(lanes.submit(give("ada", "b", 1)).join()).replayed()).isFalse();
        assertThat(beans("ada")).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsToldAtOnce() {
        storage.rollingBack(unavailable());
        CompletableFuture<Result<Answer>> reply = lanes.submit(give("ada", "a", 1));

        assertThatThrownBy(reply::join).hasCauseInstanceOf(StorageException.Unavailable.class);
        assertThat(storage.transactions()).isEqualTo(1);
        assertThat(beans("ada")).isZero();
    }

    @Test
    void aRequestThatComesTwiceAtOnceHasOneEffectAndOneReply() {
        List<CompletableFuture<Result<Answer>>> replies = together(give("ada", "a", 1), give("ada", "a", 1));

        assertThat(said(replies.get(0).join())).isEqualTo(said(replies.get(1).join()));
        assertThat(replies.stream().map(reply -> ok(reply.join()).replayed())).containsExactly(false, true);
        assertThat(beans("ada")).isEqualTo(1);
    }

    @Test
    void whoOnlyLooksAnswersForNobodyElse() {
        List<CompletableFuture<Result<Answer>>> replies =
                together(give("ada", "a", 1).onlyLooking(), give("ada", "a", 1));

        assertThat(ok(replies.get(1).join()).replayed()).isFalse();
        assertThat(beans("ada")).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderAKeyThatIsUnderWayIsRefusedOnceTheFirstHadItsEffect() {
        List<CompletableFuture<Result<Answer>>> replies = together(give("ada", "a", 1), give("ada", "a", 7));

        assertThat(refusal(replies.get(1).join()).reason()).isEqualTo(Reason.KEY_REUSED);
        assertThat(beans("ada")).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderAKeyThatIsUnderWayIsDecidedOnceTheFirstWasRefused() {
        List<CompletableFuture<Result<Answer>>> replies = together(give("ada", "a", -1), give("ada", "a", 7));

        assertThat(replies.get(1).join()).isInstanceOf(Result.Ok.class);
        assertThat(beans("ada")).isEqualTo(7);
    }

    @Test
    void closedLanesAnswerWhatWaitsAndTakeNoMore() {
        List<CompletableFuture<Result<Answer>>> replies = together(give("ada", "a", 1), give("ben", "b", 2));
        lanes.close();

        assertThat(replies).allMatch(CompletableFuture::isDone);
        assertThatThrownBy(() -> lanes.submit(give("ada", "c", 3)).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Overloaded.class);
    }

    /** Hands all of them over while the lane is busy, so that they wait for it together. */
    private List<CompletableFuture<Result<Answer>>> together(Give... commands) {
        return together(() -> {}, commands);
    }

    private List<CompletableFuture<Result<Answer>>> together(Runnable meanwhile, Give... commands) {
        CountDownLatch gate = new CountDownLatch(1);
        Give first = give("ben", "first", 1)
                .throwing(new IllegalStateException("busy"))
                .behind(gate);
        CompletableFuture<Result<Answer>> busy = lanes.submit(first);
        first.awaitReached();
        List<CompletableFuture<Result<Answer>>> replies =
                Stream.of(commands).map(lanes::submit).toList();
        meanwhile.run();
        gate.countDown();
        assertThatThrownBy(busy::join).hasRootCauseMessage("busy");
        return replies;
    }

    private Give give(String member, String key, long amount) {
        return new Give(tenant, member, key, amount);
    }

    private static RuntimeException conflict() {
        return new StorageException.Conflict(new IllegalStateException("as told"));
    }

    private static RuntimeException rejected() {
        return new StorageException.Rejected(new IllegalStateException("as told"));
    }

    private static RuntimeException outcomeUnknown() {
        return new StorageException.OutcomeUnknown(new IllegalStateException("as told"));
    }

    private static RuntimeException unavailable() {
        return new StorageException.Unavailable(new IllegalStateException("as told"));
    }

    private long beans(String member) {
        return desk.state(member).wallet().balance(BEANS).available();
    }

    private static Answer ok(Result<Answer> result) {
        return Desk.value(result);
    }

    private static String said(Result<Answer> result) {
        return new String(ok(result).reply().bytes(), StandardCharsets.UTF_8);
    }

    private static Refusal refusal(Result<Answer> result) {
        return ((Result.Refused<Answer>) result).refusal();
    }
}
