package dev.perennial.application.program;

import static dev.perennial.domain.program.ProgramDocuments.aDocument;
import static dev.perennial.domain.program.ProgramDocuments.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.RequestKey;
import dev.perennial.application.storage.Transaction;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Conditions.Compiled;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.ProgramHistory.InForce;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Version n of the tenant has one rule with the condition {@code version n}; what is compiled is written down. */
class ProgramCatalogTest {

    private static final TenantId SHOP = new TenantId(1);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Shelf shelf = new Shelf();
    private final Queue<String> compiled = new ConcurrentLinkedQueue<>();
    private final CountDownLatch compiling = new CountDownLatch(1);
    private CountDownLatch gate = new CountDownLatch(0);
    private final ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker((source, currency) -> {
        compiled.add(source);
        compiling.countDown();
        await(gate);
        return new Compiled.Usable(Condition.ALWAYS);
    }));

    @Test
    void onlyWhatIsNotKnownYetIsCompiled() {
        apply(1);
        apply(2);
        assertThat(numbers(catalog.in(shelf, SHOP))).containsExactly(1, 2);
        apply(3);

        assertThat(numbers(catalog.in(shelf, SHOP))).containsExactly(1, 2, 3);
        assertThat(compiled).containsExactly("version 1", "version 2", "version 3");
    }

    @Test
    void whoSeesLessTakesNothingFromTheOthers() {
        apply(1);
        Transaction early = shelf.asOfNow();
        apply(2);

        assertThat(numbers(catalog.in(shelf, SHOP))).containsExactly(1, 2);
        assertThat(numbers(catalog.in(early, SHOP))).containsExactly(1);
        assertThat(numbers(catalog.in(shelf, SHOP))).containsExactly(1, 2);
        assertThat(compiled).containsExactly("version 1", "version 2");
    }

    @Test
    void manyWhoNeedItAtOnceCompileItOnce() {
        apply(1);
        gate = new CountDownLatch(1);
        List<CompletableFuture<ProgramHistory>> histories = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> catalog.in(shelf, SHOP),
                        task -> Thread.ofVirtual().start(task)))
                .limit(4)
                .toList();
        await(compiling);
        gate.countDown();

        assertThat(histories)
                .allSatisfy(history -> assertThat(numbers(history.join())).containsExactly(1));
        assertThat(compiled).containsExactly("version 1");
    }

    @Test
    void aTenantThatIsMetAgainCostsNothing() {
        apply(1);
        catalog.meet(shelf, SHOP);
        apply(2);
        catalog.meet(shelf, SHOP);

        assertThat(compiled).containsExactly("version 1");
    }

    private void apply(int number) {
        Instant at = START.plus(Duration.ofDays(number));
        var document = aDocument().with(aRule("base").when("version " + number)).written();
        RequestKey key = RequestKey.command("apply " + number);
        shelf.add(SHOP, new ProgramVersion(number, at, at, "", document), key, new Payload(new byte[0]));
    }

    private static List<Integer> numbers(ProgramHistory history) {
        return history.versions().stream().map(InForce::number).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
