package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.application.loyalty.transfer.TransferLog;
import dev.perennial.application.loyalty.transfer.Transfers;
import dev.perennial.application.storage.Storage;
import dev.perennial.bootstrap.server.TransferLoop;
import dev.perennial.persistence.loyalty.JooqTransferLog;
import dev.perennial.persistence.shared.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Units that members send to each other. */
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

    @Bean(destroyMethod = "close")
    TransferLoop transferLoop(TransferDeliveries deliveries) {
        return new TransferLoop(deliveries);
    }
}
