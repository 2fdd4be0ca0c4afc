package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.raffle.RaffleDraws;
import dev.perennial.application.loyalty.raffle.RaffleList;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Raffles. */
@Configuration(proxyBeanMethods = false)
class RaffleWiring {

    @Bean
    RaffleDraws raffleDraws(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        return new RaffleDraws(storage, lanes, catalog, time, backoff);
    }

    @Bean
    RaffleList raffleList(Storage storage, ProgramCatalog catalog, TenantTime time) {
        return new RaffleList(storage, catalog, time);
    }
}
