package dev.perennial.grpc.member;

import dev.perennial.application.member.MemberImports;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.member.v1.EnrolMemberResponse;
import dev.perennial.contract.member.v1.ImportMembersRequest;
import dev.perennial.contract.member.v1.ImportMembersResponse;
import dev.perennial.contract.member.v1.MigrationServiceGrpc;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Failures;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.RequestStream;
import dev.perennial.grpc.shared.Validation;
import io.grpc.stub.StreamObserver;

/** Customers who come from another loyalty system. */
public final class MigrationGrpcService extends MigrationServiceGrpc.MigrationServiceImplBase {

    /** One is being decided while the others are on their way. A report does not depend on chance. */
    private static final int OUTSTANDING_MAX = 3;

    private final MemberImports imports;
    private final Validation validation;

    /** @param validation for the requests of a stream and their rows, which are checked when they come */
    public MigrationGrpcService(MemberImports imports, Validation validation) {
        this.imports = imports;
        this.validation = validation;
    }

    @Override
    public StreamObserver<ImportMembersRequest> importMembers(StreamObserver<ImportMembersResponse> observer) {
        Tenant tenant = Caller.tenant();
        ImportRows rows = new ImportRows(
                first -> imports.begin(tenant, first.getImportId(), first.getDryRun(), MigrationGrpcService::imported),
                tenant,
                validation,
                Failures.ofCurrentCall());
        return RequestStream.open(observer, validation, OUTSTANDING_MAX, rows::decide);
    }

    /** Kept for as long as the ledger, so it holds nothing of the profile. */
    private static Payload imported(Member member, MemberState state) {
        return Replies.payload(EnrolMemberResponse.newBuilder()
                .setMember(MemberTranslator.withoutProfile(member))
                .setMemberSeq(state.sequence())
                .build());
    }
}
