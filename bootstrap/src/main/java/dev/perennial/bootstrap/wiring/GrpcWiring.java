package dev.perennial.bootstrap.wiring;

import dev.perennial.application.activity.Activities;
import dev.perennial.application.activity.EntryExplanations;
import dev.perennial.application.activity.GuestActivities;
import dev.perennial.application.insight.Retention;
import dev.perennial.application.ledger.BulkAdjustments;
import dev.perennial.application.ledger.BulkApproving;
import dev.perennial.application.ledger.Proposals;
import dev.perennial.application.ledger.UnitLedger;
import dev.perennial.application.ledger.books.PastBalances;
import dev.perennial.application.ledger.books.RevenueJournal;
import dev.perennial.application.ledger.books.UnitBreakage;
import dev.perennial.application.ledger.books.UnitLiabilities;
import dev.perennial.application.ledger.flow.Donations;
import dev.perennial.application.ledger.flow.PartnerSettlements;
import dev.perennial.application.loyalty.checkout.Checkouts;
import dev.perennial.application.loyalty.community.Clubs;
import dev.perennial.application.loyalty.community.Leaderboards;
import dev.perennial.application.loyalty.merge.MemberMerging;
import dev.perennial.application.loyalty.pool.PoolUnits;
import dev.perennial.application.loyalty.pool.Pools;
import dev.perennial.application.loyalty.progress.MemberProgress;
import dev.perennial.application.loyalty.raffle.RaffleDraws;
import dev.perennial.application.loyalty.raffle.RaffleList;
import dev.perennial.application.loyalty.reward.CodeLists;
import dev.perennial.application.loyalty.reward.Redemptions;
import dev.perennial.application.loyalty.reward.Rewards;
import dev.perennial.application.loyalty.simulation.ProgramSimulations;
import dev.perennial.application.loyalty.standing.Standings;
import dev.perennial.application.loyalty.transfer.Transfers;
import dev.perennial.application.loyalty.wallet.WalletWatches;
import dev.perennial.application.loyalty.wallet.Wallets;
import dev.perennial.application.member.MemberIdentifiers;
import dev.perennial.application.member.MemberImports;
import dev.perennial.application.member.MemberStatuses;
import dev.perennial.application.member.Members;
import dev.perennial.application.program.Programs;
import dev.perennial.application.sandbox.Sandboxes;
import dev.perennial.application.shared.Tenants;
import dev.perennial.grpc.activity.ActivitiesGrpcService;
import dev.perennial.grpc.activity.ActivityChecks;
import dev.perennial.grpc.insight.InsightChecks;
import dev.perennial.grpc.insight.InsightGrpcService;
import dev.perennial.grpc.ledger.AdjustmentsGrpcService;
import dev.perennial.grpc.ledger.BooksChecks;
import dev.perennial.grpc.ledger.BooksGrpcService;
import dev.perennial.grpc.ledger.BulkGrpcService;
import dev.perennial.grpc.ledger.LedgerGrpcService;
import dev.perennial.grpc.ledger.Reinstatements;
import dev.perennial.grpc.loyalty.CheckoutChecks;
import dev.perennial.grpc.loyalty.CheckoutGrpcService;
import dev.perennial.grpc.loyalty.ClubGrpcService;
import dev.perennial.grpc.loyalty.DonationChecks;
import dev.perennial.grpc.loyalty.DonationGrpcService;
import dev.perennial.grpc.loyalty.GuestChecks;
import dev.perennial.grpc.loyalty.GuestOrdersGrpcService;
import dev.perennial.grpc.loyalty.LeaderboardChecks;
import dev.perennial.grpc.loyalty.LeaderboardGrpcService;
import dev.perennial.grpc.loyalty.LoyaltyGrpcService;
import dev.perennial.grpc.loyalty.PoolsGrpcService;
import dev.perennial.grpc.loyalty.RafflesGrpcService;
import dev.perennial.grpc.loyalty.RedemptionsGrpcService;
import dev.perennial.grpc.loyalty.RewardsGrpcService;
import dev.perennial.grpc.loyalty.SettlementChecks;
import dev.perennial.grpc.loyalty.SettlementGrpcService;
import dev.perennial.grpc.loyalty.SignedVouchers;
import dev.perennial.grpc.loyalty.SimulationChecks;
import dev.perennial.grpc.loyalty.SimulationGrpcService;
import dev.perennial.grpc.loyalty.StandingGrpcService;
import dev.perennial.grpc.loyalty.TransfersGrpcService;
import dev.perennial.grpc.loyalty.VouchersGrpcService;
import dev.perennial.grpc.loyalty.WalletsGrpcService;
import dev.perennial.grpc.member.MemberChecks;
import dev.perennial.grpc.member.MembersGrpcService;
import dev.perennial.grpc.member.MergesGrpcService;
import dev.perennial.grpc.member.MigrationGrpcService;
import dev.perennial.grpc.program.ProgramChecks;
import dev.perennial.grpc.program.ProgramsGrpcService;
import dev.perennial.grpc.sandbox.SandboxChecks;
import dev.perennial.grpc.sandbox.SandboxGrpcService;
import dev.perennial.grpc.shared.CheckedService;
import dev.perennial.grpc.shared.Interceptors;
import dev.perennial.grpc.shared.KnownKeys;
import dev.perennial.grpc.shared.SyntaxCheck;
import dev.perennial.grpc.shared.Validation;
import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.ServerBuilderCustomizer;

/** The edge: services, what every call passes through, and the limits of a connection. */
@Configuration(proxyBeanMethods = false)
class GrpcWiring {

    @Bean
    BindableService programsGrpcService(Programs programs, Validation validation) {
        return new CheckedService(new ProgramsGrpcService(programs), validation);
    }

    @Bean
    BindableService simulationGrpcService(ProgramSimulations simulations, Validation validation) {
        return new CheckedService(new SimulationGrpcService(simulations), validation);
    }

    @Bean
    BindableService membersGrpcService(
            Members directory, MemberIdentifiers identifiers, MemberStatuses statuses, Validation validation) {
        return new CheckedService(new MembersGrpcService(directory, identifiers, statuses), validation);
    }

    @Bean
    BindableService migrationGrpcService(MemberImports imports, Validation validation) {
        return new CheckedService(new MigrationGrpcService(imports, validation), validation);
    }

    @Bean
    BindableService mergesGrpcService(MemberMerging merging, Validation validation) {
        return new CheckedService(new MergesGrpcService(merging), validation);
    }

    @Bean
    BindableService activitiesGrpcService(Activities activities, Validation validation) {
        return new CheckedService(new ActivitiesGrpcService(activities, validation), validation);
    }

    @Bean
    BindableService guestOrdersGrpcService(GuestActivities guests, Validation validation) {
        return new CheckedService(new GuestOrdersGrpcService(guests), validation);
    }

    @Bean
    BindableService ledgerGrpcService(UnitLedger ledger, Validation validation) {
        return new CheckedService(new LedgerGrpcService(ledger), validation);
    }

    @Bean
    BindableService adjustmentsGrpcService(Proposals proposals, Validation validation) {
        return new CheckedService(new AdjustmentsGrpcService(proposals), validation);
    }

    @Bean
    BindableService bulkGrpcService(BulkAdjustments bulks, BulkApproving approving, Validation validation) {
        return new CheckedService(new BulkGrpcService(bulks, approving, validation), validation);
    }

    @Bean
    BindableService standingGrpcService(Standings standings, Validation validation) {
        return new CheckedService(new StandingGrpcService(standings), validation);
    }

    @Bean
    BindableService loyaltyGrpcService(MemberProgress progress, EntryExplanations explanations, Validation validation) {
        return new CheckedService(new LoyaltyGrpcService(progress, explanations), validation);
    }

    @Bean
    BindableService rewardsGrpcService(Rewards rewards, SignedVouchers signed, Validation validation) {
        return new CheckedService(new RewardsGrpcService(rewards, signed), validation);
    }

    @Bean
    BindableService checkoutGrpcService(Checkouts checkouts, SignedVouchers signed, Validation validation) {
        return new CheckedService(new CheckoutGrpcService(checkouts, signed), validation);
    }

    @Bean
    BindableService redemptionsGrpcService(Redemptions redemptions, SignedVouchers signed, Validation validation) {
        return new CheckedService(new RedemptionsGrpcService(redemptions, signed), validation);
    }

    @Bean
    BindableService vouchersGrpcService(
            Redemptions redemptions, CodeLists codeLists, SignedVouchers signed, Validation validation) {
        return new CheckedService(new VouchersGrpcService(redemptions, codeLists, signed, validation), validation);
    }

    @Bean
    BindableService walletsGrpcService(
            Wallets wallets, WalletWatches watches, SignedVouchers signed, Validation validation) {
        return new CheckedService(new WalletsGrpcService(wallets, watches, signed), validation);
    }

    @Bean
    BindableService poolsGrpcService(Pools pools, PoolUnits units, Validation validation) {
        return new CheckedService(new PoolsGrpcService(pools, units), validation);
    }

    @Bean
    BindableService transfersGrpcService(Transfers transfers, Validation validation) {
        return new CheckedService(new TransfersGrpcService(transfers), validation);
    }

    @Bean
    BindableService rafflesGrpcService(RaffleDraws draws, RaffleList published, Validation validation) {
        return new CheckedService(new RafflesGrpcService(draws, published), validation);
    }

    @Bean
    BindableService leaderboardGrpcService(Leaderboards leaderboards, Validation validation) {
        return new CheckedService(new LeaderboardGrpcService(leaderboards), validation);
    }

    @Bean
    BindableService clubGrpcService(Clubs clubs, Validation validation) {
        return new CheckedService(new ClubGrpcService(clubs), validation);
    }

    @Bean
    BindableService donationGrpcService(Donations donations, Validation validation) {
        return new CheckedService(new DonationGrpcService(donations), validation);
    }

    @Bean
    BindableService settlementGrpcService(PartnerSettlements settlements, Validation validation) {
        return new CheckedService(new SettlementGrpcService(settlements), validation);
    }

    @Bean
    BindableService booksGrpcService(
            UnitLiabilities liabilities,
            PastBalances balances,
            UnitBreakage breakage,
            RevenueJournal journal,
            Validation validation) {
        return new CheckedService(new BooksGrpcService(liabilities, balances, breakage, journal), validation);
    }

    @Bean
    BindableService insightGrpcService(Retention retention, Validation validation) {
        return new CheckedService(new InsightGrpcService(retention), validation);
    }

    @Bean
    BindableService sandboxGrpcService(Sandboxes sandboxes, Validation validation) {
        return new CheckedService(new SandboxGrpcService(sandboxes), validation);
    }

    @Bean
    Validation validation(InstantSource clock) {
        List<SyntaxCheck<?>> checks = new ArrayList<>(MemberChecks.all(clock));
        checks.addAll(ActivityChecks.all(clock));
        checks.addAll(GuestChecks.all(clock));
        checks.addAll(ProgramChecks.all());
        checks.addAll(InsightChecks.all());
        checks.addAll(LeaderboardChecks.all());
        checks.addAll(DonationChecks.all());
        checks.addAll(SettlementChecks.all());
        checks.addAll(CheckoutChecks.all());
        checks.addAll(BooksChecks.all());
        checks.addAll(Reinstatements.checks());
        checks.addAll(SandboxChecks.all());
        checks.addAll(SimulationChecks.all());
        return new Validation(checks);
    }

    /**
     * Ordered after the interceptor that measures calls, which is the platform's at order 0: it has to see how they
     * end.
     */
    @Bean
    @GlobalServerInterceptor
    @Order(1)
    ServerInterceptor interceptors(Tenants tenants, InstantSource clock) {
        return Interceptors.all(GrpcWiring::correlationId, new KnownKeys(tenants, clock));
    }

    @Bean
    ServerBuilderCustomizer<NettyServerBuilder> edge(
            @Value("${perennial.calls-per-connection-max}") int callsMax,
            @Value("${perennial.resets-per-10-seconds-max}") int resetsMax) {
        ConnectionLimits limits = new ConnectionLimits(callsMax, resetsMax);
        return server -> {
            server.fallbackHandlerRegistry(Interceptors.unknownMethods(GrpcWiring::correlationId));
            limits.applyTo(server);
        };
    }

    private static String correlationId() {
        return UUID.randomUUID().toString();
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

    /** Whoever asks for one service's health gets the server's: all of them serve or none. */
    @Bean
    SmartInitializingSingleton healthOfEachService(HealthStatusManager health, List<BindableService> services) {
        return () -> services.forEach(service ->
                health.setStatus(service.bindService().getServiceDescriptor().getName(), ServingStatus.SERVING));
    }

    /** As soon as the process is asked to end, health says so: load balancers turn away while calls are drained. */
    @Bean
    ApplicationListener<ContextClosedEvent> draining(HealthStatusManager health) {
        return closed -> health.enterTerminalState();
    }
}
