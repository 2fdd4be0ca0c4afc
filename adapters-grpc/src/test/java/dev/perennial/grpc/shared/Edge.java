package dev.perennial.grpc.shared;

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
import dev.perennial.application.ledger.flow.FlowSums;
import dev.perennial.application.ledger.flow.PartnerSettlements;
import dev.perennial.application.loyalty.Lanes;
import dev.perennial.application.loyalty.Replanning;
import dev.perennial.application.loyalty.checkout.Checkouts;
import dev.perennial.application.loyalty.community.ClubGoals;
import dev.perennial.application.loyalty.community.Clubs;
import dev.perennial.application.loyalty.community.Leaderboards;
import dev.perennial.application.loyalty.merge.MemberMerging;
import dev.perennial.application.loyalty.pool.PoolUnits;
import dev.perennial.application.loyalty.pool.Pools;
import dev.perennial.application.loyalty.progress.MemberProgress;
import dev.perennial.application.loyalty.raffle.RaffleDraws;
import dev.perennial.application.loyalty.raffle.RaffleList;
import dev.perennial.application.loyalty.reward.CodeLists;
import dev.perennial.application.loyalty.reward.GeneratedCodes;
import dev.perennial.application.loyalty.reward.Redemptions;
import dev.perennial.application.loyalty.reward.Rewards;
import dev.perennial.application.loyalty.reward.VoucherSignatures;
import dev.perennial.application.loyalty.simulation.ProgramSimulations;
import dev.perennial.application.loyalty.standing.Standings;
import dev.perennial.application.loyalty.transfer.TransferDeliveries;
import dev.perennial.application.loyalty.transfer.Transfers;
import dev.perennial.application.loyalty.wallet.WalletWatches;
import dev.perennial.application.loyalty.wallet.Wallets;
import dev.perennial.application.member.MemberIdentifiers;
import dev.perennial.application.member.MemberImports;
import dev.perennial.application.member.MemberStatuses;
import dev.perennial.application.member.Members;
import dev.perennial.application.program.ProgramCatalog;
import dev.perennial.application.program.Programs;
import dev.perennial.application.program.cel.CelConditions;
import dev.perennial.application.sandbox.SandboxWork;
import dev.perennial.application.sandbox.Sandboxes;
import dev.perennial.application.shared.Backoff;
import dev.perennial.application.shared.Secret;
import dev.perennial.application.shared.Tenant;
import dev.perennial.application.storage.Storage;
import dev.perennial.application.storage.TenantTime;
import dev.perennial.application.testing.Ports;
import dev.perennial.contract.BearerToken;
import dev.perennial.domain.program.ProgramChecker;
import dev.perennial.domain.shared.TenantId;
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
import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.AbstractStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole adapter as it runs, with its interceptors and the real use cases, in this process. */
public final class Edge implements AutoCloseable {

    public static final String KEY = "key-of-the-shop";
    public static final String RIVALS_KEY = "key-of-the-rival";
    public static final String SANDBOX_KEY = "key-of-the-sandbox";
    public static final Tenant SHOP = new Tenant(new TenantId(1), "shop", new Secret(new byte[] {1, 2, 3}), false);
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOW);
    private static final TenantTime TIME = new TenantTime(CLOCK);
    private static final Backoff BACKOFF = new Backoff(new Random(1));
    private static final GeneratedCodes CODES = new GeneratedCodes(new Random(7));

    private final Server server;
    private final ManagedChannel channel;
    private final Lanes lanes;

    private Edge(Lanes lanes, Ports ports, Validation validation, List<BindableService> services) {
        this.lanes = lanes;
        ports.tenants().add("shop", new Secret(new byte[] {1, 2, 3}), KEY);
        ports.tenants().add("rival", new Secret(new byte[] {4, 5, 6}), RIVALS_KEY);
        ports.tenants().addSandbox("sandbox", new Secret(new byte[] {7, 8, 9}), SANDBOX_KEY, Samples.SANDBOX_NOW);
        String name = InProcessServerBuilder.generateName();
        InProcessServerBuilder builder =
                InProcessServerBuilder.forName(name).executor(Executors.newVirtualThreadPerTaskExecutor());
        ServerInterceptor all = Interceptors.all(() -> "made-here", new KnownKeys(ports.tenants(), CLOCK));
        services.forEach(service ->
                builder.addService(ServerInterceptors.intercept(new CheckedService(service, validation), all)));
        builder.fallbackHandlerRegistry(Interceptors.unknownMethods(() -> "made-here"));
        try {
            server = builder.build().start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        channel = InProcessChannelBuilder.forName(name)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** An adapter whose storage fails at every use. */
    public static Edge over(Supplier<RuntimeException> storageFailure) {
        return over(BrokenPorts.failing(storageFailure));
    }

    /** An adapter over storage that works, with two tenants. */
    public static Edge inMemory() {
        return over(Ports.inMemory());
    }

    private static Edge over(Ports ports) {
        Storage storage = ports.storage();
        ProgramChecker checker = new ProgramChecker(new CelConditions());
        ProgramCatalog catalog = new ProgramCatalog(checker);
        Lanes lanes = new Lanes(storage, catalog, TIME, BACKOFF, 2);
        Validation validation = validation();
        Activities activities = new Activities(storage, lanes, catalog, ports.activityLog(), TIME);
        Wallets wallets = new Wallets(storage, catalog, TIME);
        Redemptions redemptions = new Redemptions(storage, lanes, catalog, TIME, ports.redemptionLog(), CODES);
        SignedVouchers signed = new SignedVouchers(new VoucherSignatures(ports.voucherKeys(), SignedVouchers::newKey));
        TransferDeliveries deliveries = new TransferDeliveries(ports.transferLog(), lanes);
        FlowSums sums = new FlowSums(storage, catalog, ports.unitFlows(), TIME);
        List<BindableService> services = List.of(
                new ProgramsGrpcService(new Programs(storage, checker, TIME, BACKOFF)),
                new SimulationGrpcService(new ProgramSimulations(storage, catalog, checker, TIME)),
                new MembersGrpcService(
                        new Members(storage, lanes, ports.memberNumbers()),
                        new MemberIdentifiers(storage, lanes),
                        new MemberStatuses(lanes)),
                new MigrationGrpcService(new MemberImports(lanes, ports.memberNumbers()), validation),
                new MergesGrpcService(new MemberMerging(storage, catalog, TIME, BACKOFF)),
                new ActivitiesGrpcService(activities, validation),
                new GuestOrdersGrpcService(new GuestActivities(storage, catalog, TIME, activities, BACKOFF)),
                new LedgerGrpcService(new UnitLedger(storage, lanes, catalog, ports.statements(), TIME)),
                new AdjustmentsGrpcService(new Proposals(storage, lanes, ports.proposalLog(), TIME)),
                new BulkGrpcService(
                        new BulkAdjustments(storage, lanes, catalog, ports.bulkApprovals(), TIME),
                        new BulkApproving(storage, ports.bulkApprovals(), TIME),
                        validation),
                new StandingGrpcService(new Standings(storage, lanes, catalog, ports.standingHistory(), TIME)),
                new RewardsGrpcService(new Rewards(storage, lanes, catalog, TIME, CODES), signed),
                new WalletsGrpcService(wallets, new WalletWatches(storage, catalog, TIME, wallets), signed),
                new RedemptionsGrpcService(redemptions, signed),
                new CheckoutGrpcService(new Checkouts(storage, lanes, catalog, TIME, ports.redemptionLog()), signed),
                new VouchersGrpcService(redemptions, new CodeLists(storage, BACKOFF), signed, validation),
                new PoolsGrpcService(
                        new Pools(storage, catalog, TIME, BACKOFF, ports.memberNumbers()),
                        new PoolUnits(storage, catalog, TIME, BACKOFF)),
                new TransfersGrpcService(new Transfers(storage, lanes, ports.transferLog(), deliveries)),
                new LoyaltyGrpcService(
                        new MemberProgress(storage, catalog, TIME),
                        new EntryExplanations(storage, catalog, ports.statements(), ports.ledgerPast(), activities)),
                new RafflesGrpcService(
                        new RaffleDraws(storage, lanes, catalog, TIME, BACKOFF),
                        new RaffleList(storage, catalog, TIME)),
                new LeaderboardGrpcService(new Leaderboards(storage, lanes, catalog, TIME)),
                new ClubGrpcService(new Clubs(storage, lanes, catalog, TIME)),
                new DonationGrpcService(new Donations(storage, sums)),
                new SettlementGrpcService(new PartnerSettlements(sums)),
                new BooksGrpcService(
                        new UnitLiabilities(storage, catalog, ports.ledgerBooks(), TIME),
                        new PastBalances(storage, catalog, ports.ledgerBooks(), TIME),
                        new UnitBreakage(storage, catalog, ports.ledgerBooks(), TIME),
                        new RevenueJournal(storage, catalog, ports.ledgerBooks(), TIME)),
                new InsightGrpcService(new Retention(storage, catalog, ports.purchasePeriods(), TIME)),
                new SandboxGrpcService(new Sandboxes(
                        storage,
                        new SandboxWork(
                                ports.dueMembers(),
                                lanes,
                                new Replanning(storage, BACKOFF),
                                new ClubGoals(storage, ports.dueClubs(), lanes, catalog, TIME, BACKOFF),
                                deliveries),
                        BACKOFF)));
        return new Edge(lanes, ports, validation, services);
    }

    /** The interceptors in front of any services. */
    public static Edge of(BindableService... services) {
        Ports ports = Ports.inMemory();
        Lanes unused = new Lanes(
                ports.storage(), new ProgramCatalog(new ProgramChecker(new CelConditions())), TIME, BACKOFF, 1);
        return new Edge(unused, ports, validation(), List.of(services));
    }

    public static Validation validation() {
        return new Validation(Stream.of(
                        ActivityChecks.all(CLOCK),
                        GuestChecks.all(CLOCK),
                        MemberChecks.all(CLOCK),
                        ProgramChecks.all(),
                        InsightChecks.all(),
                        LeaderboardChecks.all(),
                        DonationChecks.all(),
                        SettlementChecks.all(),
                        CheckoutChecks.all(),
                        BooksChecks.all(),
                        Reinstatements.checks(),
                        SandboxChecks.all(),
                        SimulationChecks.all())
                .flatMap(List::stream)
                .toList());
    }

    /** Without a credential. */
    public Channel channel() {
        return channel;
    }

    public <S extends AbstractStub<S>> S as(String key, Function<Channel, S> stub) {
        return stub.apply(ClientInterceptors.intercept(channel)).withCallCredentials(new BearerToken(key));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        lanes.close();
    }
}
