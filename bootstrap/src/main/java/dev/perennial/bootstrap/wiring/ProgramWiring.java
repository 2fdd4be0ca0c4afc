package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.simulation.ProgramSimulations;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.Programs;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.domain.program.ProgramChecker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Programs, and the language in which their conditions are written. */
@Configuration(proxyBeanMethods = false)
class ProgramWiring {

    @Bean
    ProgramChecker programChecker() {
        return new ProgramChecker(new CelConditions());
    }

    @Bean
    ProgramCatalog programCatalog(ProgramChecker checker) {
        return new ProgramCatalog(checker);
    }

    @Bean
    Programs programs(Storage storage, ProgramChecker checker, TenantTime time, Backoff backoff) {
        return new Programs(storage, checker, time, backoff);
    }

    @Bean
    ProgramSimulations programSimulations(
            Storage storage, ProgramCatalog catalog, ProgramChecker checker, TenantTime time) {
        return new ProgramSimulations(storage, catalog, checker, time);
    }
}
