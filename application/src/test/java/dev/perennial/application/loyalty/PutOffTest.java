package dev.perennial.application.loyalty;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.loyalty.Budgets;
import dev.perennial.domain.loyalty.Consequences;
import dev.perennial.domain.loyalty.History;
import dev.perennial.domain.loyalty.Loyalty;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.TenantId;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that look into the past come after their neighbours, but before later commands of their member. */
final class PutOffTest {

    private static final ProgramHistory PROGRAM =
            aProgram(aRule("base").perEuro(1)).alone();

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant tenant = ports.tenants().add("shop", new Secret(new byte[32]), "key of the shop");
    private final Tenant other = ports.tenants().add("rival", new Secret(new byte[32]), "key of the rival");
    private final Desk desk = new Desk(ports, tenant);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        throw new AssertionError("no program is applied here");
    }));
    private final Lanes lanes =
            new Lanes(storage, catalog, new TenantTime(() -> day(30)), new Backoff(new Random(1)), 1);
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void enrol() {
        desk.enrol("ada", START);
        desk.enrol("ben", START);
        new Desk(ports, other).enrol("cem", START);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void onlyLaterCommandsOfTheSameMemberWaitWithIt() {
        together(
                give("ada", "a1"),
                give("ada", "a2").lookingBack(),
                give("ben", "b1"),
                give("ada", "a3"),
                give("ben", "b2"));

        assertThat(answered).containsExactly("a1", "b1", "b2", "a2", "a3");
        assertThat(storage.transactions())
                .as("the busy one, the neighbours', the late")
                .isEqualTo(3);
    }

    @Test
    void anotherTenantsCommandsDoNotWaitEither() {
        together(give("ada", "a").lookingBack(), new Give(other, "cem", "c", 1));

        assertThat(answered).containsExactly("c", "a");
    }

    @Test
    void theyShareTransactionsOfABoundedSize() {
        together(IntStream.range(0, 25)
                .mapToObj(i -> give(i % 2 == 0 ? "ada" : "ben", "g" + i).lookingBack())
                .toArray(Give[]::new));

        assertThat(answered)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "g" + i).toList());
        assertThat(storage.transactions()).as("the busy one, all, twenty, five").isEqualTo(4);
    }

    @Test
    void partsKeepTheOrderOfAMember() {
        Runnable trouble =
                () -> storage.rollingBack(new StorageException.Rejected(new IllegalStateException("as told")));
        together(trouble, give("ada", "a1").lookingBack(), give("ada", "a2"), give("ada", "a3"), give("ada", "a4"));

        assertThat(answered).containsExactly("a1", "a2", "a3", "a4");
    }

    @Test
    void whatOneDecidesIsAPartOfTheNextOnesPast() {
        Activity third = aPurchase("o3").of(1_000).on(day(10));
        Activity first = aPurchase("o1").of(2_000).on(day(3));
        Activity second = aPurchase("o2").of(3_000).on(day(5));
        desk.record("ada", PROGRAM, third, day(10));
        Ports apart = Ports.inMemory();
        Desk alone = new Desk(apart, apart.tenants().add("shop", new Secret(new byte[32]), "key of the shop"));
        alone.enrol("ada", START);
        alone.record("ada", PROGRAM, third, day(10));
        alone.record("ada", PROGRAM, first, day(30));
        alone.record("ada", PROGRAM, second, day(30));

        CountDownLatch gate = new CountDownLatch(1);
        Give busy = give("ben", "busy").behind(gate);
        CompletableFuture<?> unlocked = lanes.submit(busy);
        busy.awaitReached();
        List<CompletableFuture<?>> late = Stream.of(first, second)
                .<CompletableFuture<?>>map(activity -> lanes.submit(new Tell(tenant.id(), activity)))
                .toList();
        gate.countDown();
        unlocked.join();
        late.forEach(CompletableFuture::join);

        assertThat(storage.transactions()).isEqualTo(3);
        assertThat(desk.state("ada")).isEqualTo(alone.state("ada"));
    }

    /** Ada tells of something that she did. */
    private record Tell(TenantId tenant, Activity activity) implements MemberCommand {

        @Override
        public MemberId member() {
            return new MemberId("ada");
        }

        @Override
        public Ruling decide(Situation situation) {
            MemberState state = situation.state();
            History history = situation.history();
            if (history == null) {
                return new Ruling.Needs(Loyalty.historyNeeded(PROGRAM, state, activity, situation.now())
                        .orElseThrow());
            }
            return Ruling.of(
                    Loyalty.record(PROGRAM, state, activity, history, Budgets.NONE, situation.now()),
                    (Consequences told) -> new Ruling.Done(told.decision(), null, null));
        }
    }

    private void together(Give... commands) {
        together(() -> {}, commands);
    }

    /**
     * Hands all of them over while the lane is busy, and waits for all replies, which are written down as they come.
     */
    private void together(Runnable meanwhile, Give... commands) {
        CountDownLatch gate = new CountDownLatch(1);
        Give busy = give("ben", "busy").behind(gate);
        CompletableFuture<?> unlocked = lanes.submit(busy);
        busy.awaitReached();
        List<CompletableFuture<Void>> replies = Stream.of(commands)
                .map(command -> lanes.submit(command)
                        .thenAccept(reply -> answered.add(
                                command.identity().orElseThrow().key().value())))
                .toList();
        meanwhile.run();
        gate.countDown();
        unlocked.join();
        replies.forEach(CompletableFuture::join);
    }

    private Give give(String member, String key) {
        return new Give(tenant, member, key, 1);
    }
}
