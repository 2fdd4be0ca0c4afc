package dev.perennial.application.storage;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Requests.Earlier;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.activity.ActivityKey;
import dev.perennial.domain.loyalty.Decision;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.member.Profile;
import dev.perennial.domain.program.ProgramHistory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Requests} promises. */
public abstract class RequestsContract extends PortContract {

    private static final RequestKey KEY = RequestKey.command("r1");

    @Test
    void keepsTheFirstReplyOfCommandsAndFacts() {
        desk.enrol("ada", START);
        desk.adjust("ada", "r1", POINTS, 5, START);
        desk.record(
                "ada", aProgram(aRule("base")).alone(), aPurchase("o1").of(100).on(day(1)));
        RequestKey fact = RequestKey.activity(new ActivityKey("shop", "o1"));

        Map<RequestKey, Earlier> earlier = claim(KEY, fact, RequestKey.command("never"));

        assertThat(earlier)
                .isEqualTo(Map.of(
                        KEY, new Earlier(desk.fingerprint(KEY.value()), Desk.replyTo(KEY)),
                        fact, new Earlier(desk.fingerprint(fact.value()), Desk.replyTo(fact))));
    }

    @Test
    void whatIsKnownIsFoundWithoutClaimingAnything() {
        desk.enrol("ada", START);
        desk.adjust("ada", "r1", POINTS, 5, START);
        RequestKey free = RequestKey.command("r2");

        assertThat(ports.storage().<Map<?, ?>>read(tx -> tx.requests().find(id(), Set.of(KEY, free))))
                .isEqualTo(Map.of(KEY, new Earlier(desk.fingerprint(KEY.value()), Desk.replyTo(KEY))));
        assertThat(ports.storage().<Map<?, ?>>read(tx -> tx.requests().find(otherTenant.id(), Set.of(KEY))))
                .isEmpty();
        assertThat(ports.storage().<Map<?, ?>>read(tx -> tx.requests().find(id(), Set.of())))
                .isEmpty();
        assertThat(claim(free)).as("it was free").isEmpty();
    }

    @Test
    void tellsTheFirstFingerprintToAnotherRequestUnderTheSameKey() {
        desk.enrol("ada", START);
        desk.adjust("ada", "r1", POINTS, 5, START);

        Map<RequestKey, Earlier> earlier = ports.storage()
                .transact(tx -> tx.requests().claim(id(), Map.of(KEY, desk.fingerprint("something else"))));

        assertThat(earlier.get(KEY).fingerprint()).isEqualTo(desk.fingerprint(KEY.value()));
    }

    @Test
    void freesAKeyThatWasReleased() {
        ports.storage().transact(tx -> {
            desk.claim(tx, KEY);
            tx.requests().release(id(), Set.of(KEY));
            return null;
        });

        assertThat(claim(KEY)).isEmpty();
    }

    @Test
    void keepsTheOtherKeysWhenOneIsReleased() {
        RequestKey other = RequestKey.command("r2");
        ports.storage().transact(tx -> {
            desk.claim(tx, KEY);
            desk.claim(tx, other);
            tx.requests().release(id(), Set.of(other));
            saveEnrolment(tx, KEY);
            return null;
        });

        assertThat(claim(KEY, other)).containsOnlyKeys(KEY);
    }

    @Test
    void doesNotGiveBackAKeyThatHasAnEffect() {
        desk.enrol("ada", START);
        desk.adjust("ada", "r1", POINTS, 5, START);

        ports.storage().transact(tx -> {
            desk.claim(tx, KEY);
            tx.requests().release(id(), Set.of(KEY));
            return null;
        });

        assertThat(claim(KEY)).containsOnlyKeys(KEY);
    }

    @Test
    void keepsKeysOfDifferentTenantsKindsAndSpacesApart() {
        desk.enrol("ada", START);
        desk.adjust("ada", "r1", POINTS, 5, START);
        otherDesk.enrol("ada", START);

        assertThat(claim(RequestKey.command("r1 "), RequestKey.command("R1"), new RequestKey("activity", "r1")))
                .isEmpty();
        assertThat(ports.storage()
                        .<Map<?, ?>>transact(
                                tx -> tx.requests().claim(otherTenant.id(), Map.of(KEY, desk.fingerprint("r1")))))
                .isEmpty();
    }

    @Test
    void letsASecondTransactionWaitForTheFirstOnesReply() {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch secondComes = new CountDownLatch(1);
        CompletableFuture<?> first = meanwhile(() -> ports.storage().transact(tx -> {
            desk.claim(tx, KEY);
            claimed.countDown();
            await(secondComes);
            saveEnrolment(tx, KEY);
            return null;
        }));
        await(claimed);
        CompletableFuture<Map<RequestKey, Earlier>> second = meanwhile(() -> {
            secondComes.countDown();
            return claim(KEY);
        });

        assertThat(second.join()).isEqualTo(Map.of(KEY, new Earlier(desk.fingerprint("r1"), Desk.replyTo(KEY))));
        first.join(); // which it may only just be about to
    }

    @Test
    void givesTheKeyToAWaiterWhenTheFirstRollsBack() {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch secondComes = new CountDownLatch(1);
        CompletableFuture<?> first = meanwhile(() -> ports.storage().transact(tx -> {
            desk.claim(tx, KEY);
            claimed.countDown();
            await(secondComes);
            throw new IllegalStateException("rolled back");
        }));
        await(claimed);
        CompletableFuture<Map<RequestKey, Earlier>> second = meanwhile(() -> {
            secondComes.countDown();
            return claim(KEY);
        });

        assertThat(second.join()).isEmpty();
        assertThat(first.handle((done, failed) -> failed).join()).hasMessageContaining("rolled back");
    }

    @Test
    void claimsManyKeysAtOnce() {
        Set<RequestKey> keys = IntStream.range(0, 300)
                .mapToObj(number -> RequestKey.command("many-" + number))
                .collect(Collectors.toSet());

        assertThat(claim(keys.toArray(RequestKey[]::new))).isEmpty();
    }

    private Map<RequestKey, Earlier> claim(RequestKey... keys) {
        return ports.storage()
                .transact(tx -> tx.requests()
                        .claim(
                                id(),
                                Set.of(keys).stream()
                                        .collect(Collectors.toMap(key -> key, key -> desk.fingerprint(key.value())))));
    }

    private void saveEnrolment(Transaction tx, RequestKey key) {
        Decision decision = Loyalty.enrol(ProgramHistory.NONE, member("bob"), 7, Profile.EMPTY, START);
        tx.members().save(id(), List.of(Desk.effect(decision, key, Effect.Kind.ENROL_MEMBER, 1, START)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
