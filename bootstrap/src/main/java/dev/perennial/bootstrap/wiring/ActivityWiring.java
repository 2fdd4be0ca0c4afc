package dev.perennial.bootstrap.wiring;

import dev.perennial.application.activity.Activities;
import dev.perennial.application.activity.ActivityLog;
import dev.perennial.application.activity.EntryExplanations;
import dev.perennial.application.activity.GuestActivities;
import dev.perennial.application.ledger.Statements;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.LedgerPast;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.bootstrap.server.GuestLoop;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What customers did. */
@Configuration(proxyBeanMethods = false)
class ActivityWiring {

    @Bean
    Activities activities(Storage storage, Lanes lanes, ProgramCatalog catalog, ActivityLog log, TenantTime time) {
        return new Activities(storage, lanes, catalog, log, time);
    }

    @Bean
    GuestActivities guestActivities(
            Storage storage, ProgramCatalog catalog, TenantTime time, Activities activities, Backoff backoff) {
        return new GuestActivities(storage, catalog, time, activities, backoff);
    }

    @Bean(destroyMethod = "close")
    GuestLoop guestLoop(GuestActivities guests, InstantSource clock) {
        return new GuestLoop(guests, clock);
    }

    @Bean
    EntryExplanations entryExplanations(
            Storage storage, ProgramCatalog catalog, Statements statements, LedgerPast past, Activities activities) {
        return new EntryExplanations(storage, catalog, statements, past, activities);
    }
}
