package dev.perennial.bootstrap.command.client;

import dev.perennial.contract.BearerToken;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.BulkAdjustmentServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.loyalty.v1.LoyaltyServiceGrpc;
import dev.perennial.contract.loyalty.v1.StandingServiceGrpc;
import dev.perennial.contract.loyalty.v1.VoucherServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MigrationServiceGrpc;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.SimulationServiceGrpc;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A channel to one server in the name of one tenant, with the stubs of its services. */
public final class ApiClient implements AutoCloseable {

    /** For calls that answer at once unless something is wrong. */
    private static final long CALL_SECONDS_MAX = 60;

    /** Held, because a logger that nobody holds forgets its level. What goes wrong is told by the command itself. */
    private static final Logger QUIET = Logger.getLogger("io.grpc");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final ServerAddress server;
    private final ManagedChannel channel;
    private final CallCredentials credentials;

    private ApiClient(ServerAddress server, ManagedChannel channel, CallCredentials credentials) {
        this.server = server;
        this.channel = channel;
        this.credentials = credentials;
    }

    /** Without TLS: the server listens on loopback or behind a proxy that ends it. */
    public static ApiClient to(ServerAddress server, String key) {
        try {
            ManagedChannel channel = NettyChannelBuilder.forTarget("dns:///" + server)
                    .usePlaintext()
                    // Or the first call waits for a TXT record that nobody has.
                    .disableServiceConfigLookUp()
                    .keepAliveTime(60, TimeUnit.SECONDS)
                    .maxInboundMessageSize(16 << 20)
                    .build();
            return new ApiClient(server, channel, new BearerToken(key));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(server.host() + " is no name of a host", e);
        }
    }

    public ServerAddress server() {
        return server;
    }

    public ProgramServiceGrpc.ProgramServiceBlockingStub programs() {
        return ready(ProgramServiceGrpc.newBlockingStub(channel));
    }

    /** The newest version of the program; empty as long as none was applied. */
    public Optional<Program> program() {
        try {
            return Optional.of(programs()
                    .getProgram(GetProgramRequest.getDefaultInstance())
                    .getVersion()
                    .getProgram());
        } catch (StatusRuntimeException e) {
            if (ApiError.of(e).reason().equals("PROGRAM_NOT_APPLIED")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** For a simulation, which may take long and therefore has no deadline. */
    public SimulationServiceGrpc.SimulationServiceBlockingStub simulations() {
        return SimulationServiceGrpc.newBlockingStub(channel).withCallCredentials(credentials);
    }

    public MemberServiceGrpc.MemberServiceBlockingStub members() {
        return ready(MemberServiceGrpc.newBlockingStub(channel));
    }

    /** For enrolments of which many are under way at once. */
    public MemberServiceGrpc.MemberServiceFutureStub membersAsync() {
        return ready(MemberServiceGrpc.newFutureStub(channel));
    }

    public LedgerServiceGrpc.LedgerServiceBlockingStub ledger() {
        return ready(LedgerServiceGrpc.newBlockingStub(channel));
    }

    public BooksServiceGrpc.BooksServiceBlockingStub books() {
        return ready(BooksServiceGrpc.newBlockingStub(channel));
    }

    public StandingServiceGrpc.StandingServiceBlockingStub standing() {
        return ready(StandingServiceGrpc.newBlockingStub(channel));
    }

    public LoyaltyServiceGrpc.LoyaltyServiceBlockingStub loyalty() {
        return ready(LoyaltyServiceGrpc.newBlockingStub(channel));
    }

    public InsightServiceGrpc.InsightServiceBlockingStub insight() {
        return ready(InsightServiceGrpc.newBlockingStub(channel));
    }

    public ActivityServiceGrpc.ActivityServiceBlockingStub activities() {
        return ready(ActivityServiceGrpc.newBlockingStub(channel));
    }

    public VoucherServiceGrpc.VoucherServiceBlockingStub vouchers() {
        return ready(VoucherServiceGrpc.newBlockingStub(channel));
    }

    /** For a stream of codes, which has no deadline either. */
    public VoucherServiceGrpc.VoucherServiceBlockingV2Stub codeStream() {
        return VoucherServiceGrpc.newBlockingV2Stub(channel).withCallCredentials(credentials);
    }

    /** For a stream of members, which has no deadline either. */
    public MigrationServiceGrpc.MigrationServiceBlockingV2Stub memberStream() {
        return MigrationServiceGrpc.newBlockingV2Stub(channel).withCallCredentials(credentials);
    }

    public BulkAdjustmentServiceGrpc.BulkAdjustmentServiceBlockingStub bulks() {
        return ready(BulkAdjustmentServiceGrpc.newBlockingStub(channel));
    }

    /** For a bulk, which may take long and therefore has no deadline. */
    public BulkAdjustmentServiceGrpc.BulkAdjustmentServiceBlockingV2Stub bulkStream() {
        return BulkAdjustmentServiceGrpc.newBlockingV2Stub(channel).withCallCredentials(credentials);
    }

    /** For the stream, which may take hours and therefore has no deadline. */
    public ActivityServiceGrpc.ActivityServiceStub activityStream() {
        return ActivityServiceGrpc.newStub(channel).withCallCredentials(credentials);
    }

    /** In the tenant's name and with the deadline that every single call has. */
    private <S extends AbstractStub<S>> S ready(S stub) {
        return stub.withCallCredentials(credentials).withDeadlineAfter(CALL_SECONDS_MAX, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
