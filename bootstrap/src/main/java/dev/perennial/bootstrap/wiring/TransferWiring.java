package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.MemberNumbers;
import dev.perennial.application.loyalty.pool.PoolUnits;
import dev.perennial.application.loyalty.pool.Pools;
import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.application.loyalty.transfer.TransferLog;
import dev.perennial.application.loyalty.transfer.Transfers;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.bootstrap.server.TransferLoop;
import dev.perennial.persistence.loyalty.JooqTransferLog;
import dev.perennial.persistence.shared.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Units that members send to each other, and that families save together. */
@Configuration(proxyBeanMethods = false)
class TransferWiring {

    @Bean
    TransferLog transferLog(Database database) {
        return new JooqTransferLog(database);
    }

    @Bean
    Transfers transfers(Storage storage, Lanes lanes, TransferLog log, TransferDeliveries deliveries) {
        return new Transfers(storage, lanes, log, deliveries);
    }

    @Bean
    TransferDeliveries transferDeliveries(TransferLog log, Lanes lanes) {
        return new TransferDeliveries(log, lanes);
    }

    @Bean
    Pools pools(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff, MemberNumbers numbers) {
        return new Pools(storage, catalog, time, backoff, numbers);
    }

    @Bean
    PoolUnits poolUnits(Storage storage, ProgramCatalog catalog, TenantTime time, Backoff backoff) {
        return new PoolUnits(storage, catalog, time, backoff);
    }

    @Bean(destroyMethod = "close")
    TransferLoop transferLoop(TransferDeliveries deliveries) {
        return new TransferLoop(deliveries);
    }
}
