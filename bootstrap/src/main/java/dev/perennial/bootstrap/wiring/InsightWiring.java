package dev.perennial.bootstrap.wiring;

import dev.perennial.application.insight.PurchasePeriods;
import dev.perennial.application.insight.Retention;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cohorts and retention. */
@Configuration(proxyBeanMethods = false)
class InsightWiring {

    @Bean
    Retention retention(Storage storage, ProgramCatalog catalog, PurchasePeriods periods, TenantTime time) {
        return new Retention(storage, catalog, periods, time);
    }
}
