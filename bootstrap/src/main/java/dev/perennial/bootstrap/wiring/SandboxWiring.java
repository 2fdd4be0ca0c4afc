package dev.perennial.bootstrap.wiring;

import dev.perennial.application.loyalty.DueMembers;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.loyalty.community.ClubGoals;
import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.application.sandbox.SandboxWork;
import dev.perennial.application.sandbox.Sandboxes;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks of sandboxes. */
@Configuration(proxyBeanMethods = false)
class SandboxWiring {

    @Bean
    Sandboxes sandboxes(
            Storage storage,
            DueMembers dueMembers,
            Lanes lanes,
            Replanning replanning,
            ClubGoals clubGoals,
            TransferDeliveries transfers,
            Backoff backoff) {
        return new Sandboxes(storage, new SandboxWork(dueMembers, lanes, replanning, clubGoals, transfers), backoff);
    }
}
