package dev.perennial.application.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.application.testing.PortContract;
import dev.perennial.domain.loyalty.BudgetUse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link BudgetUses} promises. */
public abstract class BudgetUsesContract extends PortContract {

    private static final BudgetUse MAY = new BudgetUse("launch", LocalDate.of(2026, 5, 1));
    private static final BudgetUse JUNE = new BudgetUse("launch", LocalDate.of(2026, 6, 1));

    @Test
    void nothingIsDrawnAtFirst() {
        assertThat(lock(MAY, JUNE)).isEqualTo(Map.of(MAY, 0L, JUNE, 0L));
        assertThat(read(MAY)).isEqualTo(Map.of(MAY, 0L));
    }

    @Test
    void whatIsDrawnAddsUpByPeriodAndTenant() {
        draw(Map.of(MAY, 30L, JUNE, 5L));
        draw(Map.of(MAY, -10L));

        assertThat(read(MAY, JUNE)).isEqualTo(Map.of(MAY, 20L, JUNE, 5L));
        assertThat(ports.storage().<Map<BudgetUse, Long>>read(tx -> tx.budgets().read(otherTenant.id(), Set.of(MAY))))
                .isEqualTo(Map.of(MAY, 0L));
    }

    @Test
    void whoLocksABudgetIsTheOnlyOneToDrawOnIt() {
        CompletableFuture<?>[] callers = IntStream.range(0, 16)
                .mapToObj(caller -> meanwhile(() -> ports.storage().transact(tx -> {
                    long drawn = tx.budgets().lock(id(), Set.of(MAY, JUNE)).getOrDefault(MAY, 0L);
                    if (drawn < 10) {
                        tx.budgets().draw(id(), Map.of(MAY, 1L));
                    }
                    return drawn;
                })))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(callers).join();

        assertThat(read(MAY)).isEqualTo(Map.of(MAY, 10L));
    }

    private Map<BudgetUse, Long> lock(BudgetUse... uses) {
        return ports.storage().transact(tx -> tx.budgets().lock(id(), Set.of(uses)));
    }

    private Map<BudgetUse, Long> read(BudgetUse... uses) {
        return ports.storage().read(tx -> tx.budgets().read(id(), Set.of(uses)));
    }

    private void draw(Map<BudgetUse, Long> units) {
        ports.storage().transact(tx -> {
            tx.budgets().draw(id(), units);
            return null;
        });
    }
}
