package dev.perennial.bootstrap.wiring;

import dev.perennial.application.activity.Activities;
import dev.perennial.application.insight.Retention;
import dev.perennial.application.ledger.UnitLedger;
import dev.perennial.application.member.Members;
import dev.perennial.application.program.Programs;
import dev.perennial.application.shared.Tenants;
import dev.perennial.grpc.activity.ActivitiesGrpcService;
import dev.perennial.grpc.activity.ActivityChecks;
import dev.perennial.grpc.insight.InsightChecks;
import dev.perennial.grpc.insight.InsightGrpcService;
import dev.perennial.grpc.ledger.LedgerGrpcService;
import dev.perennial.grpc.member.MemberChecks;
import dev.perennial.grpc.member.MembersGrpcService;
import dev.perennial.grpc.program.ProgramChecks;
import dev.perennial.grpc.program.ProgramsGrpcService;
import dev.perennial.grpc.shared.Interceptors;
import dev.perennial.grpc.shared.KnownKeys;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Validation;
import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.grpc.server.ServerBuilderCustomizer;

/** The edge: services, what every call passes through, and the limits of a connection. */
@Configuration(proxyBeanMethods = false)
class GrpcWiring {

    private static final int RESETS_PERIOD_SECONDS = 10;

    @Bean
    ProgramsGrpcService programsGrpcService(Programs programs) {
        return new ProgramsGrpcService(programs);
    }

    @Bean
    MembersGrpcService membersGrpcService(Members directory) {
        return new MembersGrpcService(directory);
    }

    @Bean
    ActivitiesGrpcService activitiesGrpcService(Activities activities, Validation validation) {
        return new ActivitiesGrpcService(activities, validation);
    }

    @Bean
    LedgerGrpcService ledgerGrpcService(UnitLedger ledger) {
        return new LedgerGrpcService(ledger);
    }

    @Bean
    InsightGrpcService insightGrpcService(Retention retention) {
        return new InsightGrpcService(retention);
    }

    @Bean
    Validation validation(InstantSource clock) {
        List<SyntaxCheck<?>> checks = new ArrayList<>(MemberChecks.all(clock));
        checks.addAll(ActivityChecks.all(clock));
        checks.addAll(ProgramChecks.all());
        checks.addAll(InsightChecks.all());
        return new Validation(checks);
    }

    @Bean
    ServerBuilderCustomizer<NettyServerBuilder> edge(
            Validation validation,
            Tenants tenants,
            InstantSource clock,
            List<BindableService> services,
            @Value("${perennial.calls-per-connection-max}") int callsMax,
            @Value("${perennial.resets-per-10-seconds-max}") int resetsMax) {
        validation.warmUp(services);
        List<ServerInterceptor> interceptors = Interceptors.outermostFirst(
                () -> UUID.randomUUID().toString(), new KnownKeys(tenants, clock), validation);
        return server -> {
            interceptors.reversed().forEach(server::intercept); // gRPC runs the last one added first
            server.maxConcurrentCallsPerConnection(callsMax);
            server.maxRstFramesPerWindow(resetsMax, RESETS_PERIOD_SECONDS);
        };
    }

    /** A call that reads waits for the database: on a virtual thread that costs nobody anything. */
    @Bean(destroyMethod = "close")
    ExecutorService callExecutor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    GrpcServerExecutorProvider grpcServerExecutorProvider(ExecutorService callExecutor) {
        return () -> callExecutor;
    }

    /** As soon as the process is asked to end, health says so: load balancers turn away while calls are drained. */
    @Bean
    ApplicationListener<ContextClosedEvent> draining(HealthStatusManager health) {
        return closed -> health.enterTerminalState();
    }
}
