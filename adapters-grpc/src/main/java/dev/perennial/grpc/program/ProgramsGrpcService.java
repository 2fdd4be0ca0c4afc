package dev.perennial.grpc.program;

import dev.perennial.application.program.ApplyProgram;
import dev.perennial.application.program.ApplyProgram.Source;
import dev.perennial.application.program.Programs;
import dev.perennial.application.shared.Answer;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.program.v1.ApplyProgramRequest;
import dev.perennial.contract.program.v1.ApplyProgramResponse;
import dev.perennial.contract.program.v1.GetProgramRequest;
import dev.perennial.contract.program.v1.GetProgramResponse;
import dev.perennial.contract.program.v1.ListProgramVersionsRequest;
import dev.perennial.contract.program.v1.ListProgramVersionsResponse;
import dev.perennial.contract.program.v1.PlanProgramRequest;
import dev.perennial.contract.program.v1.PlanProgramResponse;
import dev.perennial.contract.program.v1.ProgramServiceGrpc;
import dev.perennial.domain.program.ProgramVersion;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A tenant's set-up, version by version. */
public final class ProgramsGrpcService extends ProgramServiceGrpc.ProgramServiceImplBase {

    private final Programs programs;

    public ProgramsGrpcService(Programs programs) {
        this.programs = programs;
    }

    @Override
    public void planProgram(PlanProgramRequest request, StreamObserver<PlanProgramResponse> observer) {
        Programs.Planned planned = programs.plan(Caller.tenant(), DocumentReader.read(request.getProgram()));
        Replies.send(Result.ok(PlanTranslator.toProto(planned)), observer);
    }

    @Override
    public void applyProgram(ApplyProgramRequest request, StreamObserver<ApplyProgramResponse> observer) {
        Replies.send(apply(Caller.tenant(), request), ApplyProgramResponse.parser(), observer);
    }

    private Result<Answer> apply(Tenant tenant, ApplyProgramRequest request) {
        Optional<Instant> effectiveAt =
                request.hasEffectiveAt() ? Optional.of(Times.toDomain(request.getEffectiveAt())) : Optional.empty();
        OptionalInt expected =
                request.hasExpectedVersion() ? OptionalInt.of(request.getExpectedVersion()) : OptionalInt.empty();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Source source = request.hasFromVersion()
                ? new Source.Earlier(request.getFromVersion())
                : new Source.Written(DocumentReader.read(request.getProgram()));
        ApplyProgram command = new ApplyProgram(source, effectiveAt, request.getNote(), expected);
        Result<Answer> result = programs.apply(tenant, command, identity, ProgramsGrpcService::applied);
        return request.hasFromVersion() ? result : PlanPaths.inRequest(result);
    }

    private static Payload applied(ProgramVersion version) {
        return Replies.payload(ApplyProgramResponse.newBuilder()
                .setVersion(DocumentWriter.summary(version))
                .build());
    }

    @Override
    public void getProgram(GetProgramRequest request, StreamObserver<GetProgramResponse> observer) {
        OptionalInt number = request.hasVersion() ? OptionalInt.of(request.getVersion()) : OptionalInt.empty();
        Tenant tenant = Caller.tenant();
        Result<ProgramVersion> version = programs.get(tenant, number);
        Replies.send(version.map(found -> found(tenant, found)), observer);
    }

    private GetProgramResponse found(Tenant tenant, ProgramVersion version) {
        GetProgramResponse.Builder reply = GetProgramResponse.newBuilder()
                .setVersion(DocumentWriter.version(version))
                .setVersionInForce(programs.inForce(tenant));
        programs.planning(tenant, version.number()).map(PlanTranslator::toProto).ifPresent(reply::setPlanning);
        return reply.build();
    }

    @Override
    public void listProgramVersions(
            ListProgramVersionsRequest request, StreamObserver<ListProgramVersionsResponse> observer) {
        Tenant tenant = Caller.tenant();
        Result<Paging> paging = Paging.of(
                tenant,
                ListProgramVersionsRequest.getDefaultInstance(),
                request.getPageSize(),
                request.getPageToken(),
                Integer.MAX_VALUE);
        Replies.send(paging.map(page -> list(tenant, page)), observer);
    }

    private ListProgramVersionsResponse list(Tenant tenant, Paging page) {
        List<ProgramVersion> found = programs.list(tenant, Math.toIntExact(page.position()), page.limit());
        return ListProgramVersionsResponse.newBuilder()
                .addAllVersions(
                        page.page(found).stream().map(DocumentWriter::summary).toList())
                .setNextPageToken(page.nextToken(found, ProgramVersion::number))
                .setVersionInForce(programs.inForce(tenant))
                .build();
    }
}
