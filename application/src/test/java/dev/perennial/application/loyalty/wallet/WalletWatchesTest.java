package dev.perennial.application.loyalty.wallet;

import static dev.perennial.domain.testing.Moments.START;
import static dev.perennial.domain.testing.Moments.day;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.application.loyalty.wallet.WalletWatches.Watch;
import dev.perennial.application.loyalty.wallet.WalletWatches.Watcher;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Overloaded;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.PortContract;
import dev.perennial.application.testing.Ports;
import dev.perennial.domain.loyalty.WalletNow;
import dev.perennial.domain.program.ProgramChecker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever watches a wallet is told of each change once, when it can take it. */
class WalletWatchesTest extends PortContract {

    private WalletWatches watches;
    private final Screen screen = new Screen();

    @Override
    protected Ports ports() {
        return Ports.inMemory();
    }

    @BeforeEach
    void open() {
        ProgramCatalog catalog = new ProgramCatalog(new ProgramChecker(new CelConditions()));
        TenantTime time = new TenantTime(() -> day(1));
        Wallets wallets = new Wallets(ports.storage(), catalog, time);
        watches = new WalletWatches(ports.storage(), catalog, time, wallets);
        desk.enrol("ada", START);
        desk.enrol("bob", START);
    }

    @Test
    void tellsTheFirstAndThenEachChangeOnce() {
        watches.watch(tenant, member("ada"), screen);

        watches.look();
        watches.look();
        desk.adjust("ada", "a", POINTS, 10, day(1));
        desk.adjust("ada", "b", POINTS, 20, day(1));
        desk.adjust("bob", "c", POINTS, 99, day(1));
        watches.look();
        watches.look();

        assertThat(screen.shown).containsExactly(0L, 30L);
    }

    @Test
    void whoCannotTakeOneGetsTheLatestLater() {
        watches.watch(tenant, member("ada"), screen);
        screen.ready = false;
        watches.look();
        desk.adjust("ada", "a", POINTS, 10, day(1));
        watches.look();
        assertThat(screen.shown).isEmpty();

        screen.ready = true;
        watches.look();

        assertThat(screen.shown).containsExactly(10L);
    }

    @Test
    void whatIsClosedIsNotLookedAt() {
        Watch watch = watches.watch(tenant, member("ada"), screen);

        watch.close();
        watches.look();

        assertThat(screen.shown).isEmpty();
    }

    @Test
    void tenantsAreKeptApart() {
        otherDesk.enrol("ada", START);
        Screen other = new Screen();
        watches.watch(tenant, member("ada"), screen);
        watches.watch(otherTenant, member("ada"), other);
        otherDesk.adjust("ada", "a", POINTS, 7, day(1));

        watches.look();

        assertThat(screen.shown).containsExactly(0L);
        assertThat(other.shown).containsExactly(7L);
    }

    @Test
    void endsAllOfThemAndTakesNoOthers() {
        watches.watch(tenant, member("ada"), screen);

        watches.end();

        assertThat(screen.ended).isInstanceOf(Overloaded.class);
        assertThatThrownBy(() -> watches.watch(tenant, member("ada"), screen)).isInstanceOf(Overloaded.class);
    }

    @Test
    void takesNoMoreThanItCanLookThrough() {
        for (int i = 0; i < WalletWatches.WATCHES_MAX; i++) {
            watches.watch(tenant, member("ada"), screen);
        }

        assertThatThrownBy(() -> watches.watch(tenant, member("ada"), screen)).isInstanceOf(Overloaded.class);
    }

    /** What a member sees: how many points there are. */
    private static final class Screen implements Watcher {

        private final List<Long> shown = new ArrayList<>();
        private boolean ready = true;
        private RuntimeException ended;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void changed(WalletNow now) {
            shown.add(now.member().wallet().balance(POINTS).available());
        }

        @Override
        public void ended(RuntimeException cause) {
            ended = cause;
        }
    }
}
