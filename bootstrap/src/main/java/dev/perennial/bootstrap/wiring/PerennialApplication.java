package dev.perennial.bootstrap.wiring;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The Spring context: every bean stands in one of the wirings, nothing is scanned for. */
@SpringBootConfiguration(proxyBeanMethods = false)
// Storage chooses jOOQ's dialect by the server it meets, and runs its transactions itself.
@EnableAutoConfiguration(exclude = JooqAutoConfiguration.class)
@Import({
    StorageWiring.class,
    LoyaltyWiring.class,
    ProgramWiring.class,
    MemberWiring.class,
    ActivityWiring.class,
    LedgerWiring.class,
    RewardWiring.class,
    TransferWiring.class,
    RaffleWiring.class,
    InsightWiring.class,
    CommunityWiring.class,
    SandboxWiring.class,
    GrpcWiring.class,
})
public class PerennialApplication {}
