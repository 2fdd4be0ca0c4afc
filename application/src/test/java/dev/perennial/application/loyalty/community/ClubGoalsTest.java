package dev.perennial.application.loyalty.community;

import static dev.perennial.domain.testing.Activities.aPurchase;
import static dev.perennial.domain.testing.Activities.aRefundOf;
import static dev.perennial.domain.testing.Activities.euros;
import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.COFFEES;
import static dev.perennial.domain.testing.Programs.aProgram;
import static dev.perennial.domain.testing.Programs.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.StorageException.Conflict;
import dev.perennial.application.shared.StorageException.OutcomeUnknown;
import dev.perennial.application.shared.StorageException.Unavailable;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Desk;
import dev.perennial.application.testing.FaultyStorage;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.activity.ActivityType;
import dev.perennial.domain.loyalty.community.TakingPart;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.CounterDocument;
import dev.perennial.domain.program.CounterDocument.Measure;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.shared.Period;
import dev.perennial.domain.testing.Programs.AProgram;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada and Ben spend 60 euros each for their club, whose goal is 100 in a month. Cem is in it and spends nothing. */
final class ClubGoalsTest {

    private static final TakingPart IN = new TakingPart.JoinClub("owls");

    private final Ports ports = Ports.inMemory();
    private final FaultyStorage storage = new FaultyStorage(ports.storage());
    private final Tenant shop = ports.tenants().add("shop", new Secret(new byte[32]), "key");
    private final Desk desk = new Desk(ports, shop);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker(new CelConditions()));
    private final InForce first = program(euros(100)).version(1, START);
    private ProgramHistory programs = new ProgramHistory(List.of(first));
    private Instant now = day(2);
    private final TenantTime time = new TenantTime(() -> now);
    private final Backoff backoff = new Backoff(new Random(1));
    private final Lanes lanes = new Lanes(storage, catalog, time, backoff, 2);
    private final ClubGoals goals = new ClubGoals(storage, ports.dueClubs(), lanes, catalog, time, backoff);

    private static AProgram program(long target) {
        return aProgram(aRule("base"))
                .with(parts -> parts.counter(new CounterDocument(
                                "spent",
                                "",
                                Subject.every(ActivityType.PURCHASE),
                                new Measure.Amount(),
                                new Window.Current(Period.MONTH)))
                        .challenge(new ChallengeDocument(
                                "far",
                                "",
                                "spent",
                                false,
                                true,
                                List.of(new Stage(target, "coffees", 2, new Expiry.Never())))));
    }

    @BeforeEach
    void live() {
        apply(first);
        Stream.of("ada", "ben", "cem").forEach(member -> {
            desk.enrol(member, START);
            desk.take(member, programs, IN, START);
        });
        buys("ada", "o1", 60);
        buys("ben", "o2", 60);
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    @Test
    void eachContributorIsToldOnceHoweverOftenAndBySeveralAtOnce() {
        CompletableFuture<?>[] settlers = Stream.generate(
                        () -> CompletableFuture.runAsync(this::settle, Thread::startVirtualThread))
                .limit(8)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(settlers).join();
        settle();
        assertThat(coffees()).containsExactly(2L, 2L, 0L);
        assertThat(ports.dueClubs().due(10)).isEmpty();
    }

    @Test
    void whatWasReachedStaysReachedAndIsNotReachedAgain() {
        settle();
        desk.record("ada", programs, aRefundOf("o1").of(euros(60)).on(day(2)));
        buys("cem", "o3", 90);
        settle();
        assertThat(coffees()).containsExactly(2L, 2L, 0L);
    }

    @Test
    void whoCannotBeToldNowIsToldLaterAndNobodyTwice() {
        storage.failingFor("ben", new Unavailable(new IllegalStateException("as told")));
        assertThatThrownBy(this::settle).isNotNull();
        assertThat(coffees()).containsExactly(2L, 0L, 0L);
        assertThat(ports.dueClubs().due(10)).hasSize(1);

        storage.mend();
        settle();
        assertThat(coffees()).containsExactly(2L, 2L, 0L);
        assertThat(ports.dueClubs().due(10)).isEmpty();
    }

    @Test
    void aClubThatOthersHoldIsTriedAgainAtOnce() {
        storage.rollingBack(new Conflict(new IllegalStateException("as told")))
                .rollingBack(new Conflict(new IllegalStateException("as told")))
                .committingBut(new OutcomeUnknown(new IllegalStateException("as told")));
        settle();
        assertThat(coffees()).containsExactly(2L, 2L, 0L);
        assertThat(ports.dueClubs().due(10)).isEmpty();
    }

    @Test
    void whoeverLosesOftenMeetsSomethingElse() {
        for (int tries = 0; tries < 6; tries++) {
            storage.rollingBack(new Conflict(new IllegalStateException("as told")));
        }
        assertThatThrownBy(this::settle).isInstanceOf(Conflict.class);
        settle();
        assertThat(coffees()).containsExactly(2L, 2L, 0L);
    }

    @Test
    void aVersionThatLowersATargetPaysNothingForThePast() {
        settle();
        now = day(40);
        buys("ada", "o3", 30);
        InForce second = program(euros(50)).version(2, day(40));
        apply(second);
        programs = new ProgramHistory(List.of(first, second));
        desk.record("ben", programs, aPurchase("late").of(euros(1)).on(day(3)), now);
        settle();
        assertThat(coffees()).as("January had reached what it asked for").containsExactly(2L, 2L, 0L);

        buys("ben", "o4", 30);
        settle();
        now = now.plusSeconds(1);
        Stream.of("ada", "ben").forEach(member -> desk.advance(member, now));
        assertThat(coffees()).as("February asks for 50").containsExactly(4L, 4L, 0L);
    }

    private void settle() {
        goals.settleSome();
    }

    private void buys(String member, String order, long spent) {
        desk.record(member, programs, aPurchase(order).of(euros(spent)).on(now.equals(day(2)) ? day(1) : now));
    }

    private void apply(InForce version) {
        ports.storage().transact(tx -> {
            RequestKey key = RequestKey.command("program-" + version.number());
            desk.claim(tx, key);
            tx.programs().add(shop.id(), version.version(), key, Desk.replyTo(key));
            return true;
        });
    }

    private List<Long> coffees() {
        return Stream.of("ada", "ben", "cem")
                .map(member -> {
                    var balance = desk.state(member).wallet().balance(COFFEES);
                    return balance.available() + balance.pending();
                })
                .toList();
    }
}
