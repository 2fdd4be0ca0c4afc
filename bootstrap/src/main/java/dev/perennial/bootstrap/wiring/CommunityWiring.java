package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.community.ClubGoals;
import dev.perennial.application.loyalty.community.Clubs;
import dev.perennial.application.loyalty.community.DueClubs;
import dev.perennial.application.loyalty.community.Leaderboards;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.bootstrap.server.ClubLoop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members do beside and with each other. */
@Configuration(proxyBeanMethods = false)
class CommunityWiring {

    @Bean
    Leaderboards leaderboards(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time) {
        return new Leaderboards(storage, lanes, catalog, time);
    }

    @Bean
    Clubs clubs(Storage storage, Lanes lanes, ProgramCatalog catalog, TenantTime time) {
        return new Clubs(storage, lanes, catalog, time);
    }

    @Bean
    ClubGoals clubGoals(
            Storage storage, DueClubs dueClubs, Lanes lanes, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        return new ClubGoals(storage, dueClubs, lanes, catalog, time, backoff);
    }

    @Bean(destroyMethod = "close")
    ClubLoop clubLoop(ClubGoals clubGoals) {
        return new ClubLoop(clubGoals);
    }
}
