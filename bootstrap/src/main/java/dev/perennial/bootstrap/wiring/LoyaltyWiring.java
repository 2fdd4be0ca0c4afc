package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.DuePoller;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.loyalty.progress.MemberProgress;
import dev.perennial.application.loyalty.standing.StandingHistory;
import dev.perennial.application.loyalty.standing.Standings;
import dev.perennial.application.loyalty.wallet.WalletWatches;
import dev.perennial.application.loyalty.wallet.Wallets;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.bootstrap.server.DueLoop;
import dev.perennial.bootstrap.server.ReplanLoop;
import dev.perennial.bootstrap.server.WalletLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** The lanes in which commands are decided, and what applies what is due. */
@Configuration(proxyBeanMethods = false)
class LoyaltyWiring {

    /** Closed by Spring after the gRPC server has stopped: what waits is still decided. */
    @Bean(destroyMethod = "close")
    Lanes lanes(
            Storage storage,
            ProgramCatalog catalog,
            TenantTime time,
            Backoff backoff,
            MeterRegistry meters,
            @Value("${perennial.lanes}") int count) {
        Lanes lanes = new Lanes(storage, catalog, time, backoff, count);
        Gauge.builder("perennial.lanes.waiting", lanes, Lanes::waiting)
                .description("Commands that wait to be decided")
                .register(meters);
        return lanes;
    }

    @Bean
    Standings standings(
            Storage storage, Lanes lanes, ProgramCatalog catalog, StandingHistory history, TenantTime time) {
        return new Standings(storage, lanes, catalog, history, time);
    }

    @Bean
    MemberProgress memberProgress(Storage storage, ProgramCatalog catalog, TenantTime time) {
        return new MemberProgress(storage, catalog, time);
    }

    @Bean
    Wallets wallets(Storage storage, ProgramCatalog catalog, TenantTime time) {
        return new Wallets(storage, catalog, time);
    }

    @Bean
    WalletWatches walletWatches(Storage storage, ProgramCatalog catalog, TenantTime time, Wallets wallets) {
        return new WalletWatches(storage, catalog, time, wallets);
    }

    @Bean(destroyMethod = "close")
    WalletLoop walletLoop(WalletWatches watches) {
        return new WalletLoop(watches);
    }

    /** A stream that ends by itself would be waited for when the server stops. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfWatching(WalletWatches watches) {
        return closed -> watches.end();
    }

    @Bean
    DuePoller duePoller(DueMembers dueMembers, Lanes lanes, InstantSource clock) {
        return new DuePoller(dueMembers, lanes, clock);
    }

    @Bean(destroyMethod = "close")
    DueLoop dueLoop(DuePoller poller) {
        return new DueLoop(poller);
    }

    @Bean
    Replanning replanning(Storage storage, Backoff backoff) {
        return new Replanning(storage, backoff);
    }

    @Bean(destroyMethod = "close")
    ReplanLoop replanLoop(Replanning replanning) {
        return new ReplanLoop(replanning);
    }
}
