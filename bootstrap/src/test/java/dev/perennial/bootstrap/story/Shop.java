package dev.perennial.bootstrap.story;

import dev.perennial.contract.activity.v1.ActivityServiceGrpc;
import dev.perennial.contract.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.perennial.contract.insight.v1.InsightServiceGrpc;
import dev.perennial.contract.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc;
import dev.perennial.contract.ledger.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.MemberServiceGrpc.MemberServiceBlockingStub;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.contract.program.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;

/** A tenant's own service: it calls the platform over gRPC with its key, as any microservice would. */
final class Shop implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    final ProgramServiceBlockingStub programs;
    final MemberServiceBlockingStub members;
    final ActivityServiceBlockingStub activities;
    final LedgerServiceBlockingStub ledger;
    final InsightServiceBlockingStub insight;
    final String key;

    private final ManagedChannel connection;

    Shop(int port, String key) {
        this.key = key;
        connection =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + key);
        Channel channel = ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(headers));
        programs = ProgramServiceGrpc.newBlockingStub(channel);
        members = MemberServiceGrpc.newBlockingStub(channel);
        activities = ActivityServiceGrpc.newBlockingStub(channel);
        ledger = LedgerServiceGrpc.newBlockingStub(channel);
        insight = InsightServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }
}
