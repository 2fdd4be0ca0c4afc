package dev.perennial.grpc.member;

import dev.perennial.application.member.MemberIdentifiers;
import dev.perennial.application.member.MemberIdentifiers.KnownMember;
import dev.perennial.application.member.MemberStatuses;
import dev.perennial.application.member.Members;
import dev.perennial.application.shared.Payload;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.member.v1.AddIdentifierRequest;
import dev.perennial.contract.member.v1.AddIdentifierResponse;
import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.EnrolMemberResponse;
import dev.perennial.contract.member.v1.GetMemberRequest;
import dev.perennial.contract.member.v1.GetMemberResponse;
import dev.perennial.contract.member.v1.ListMembersRequest;
import dev.perennial.contract.member.v1.ListMembersResponse;
import dev.perennial.contract.member.v1.LookUpMemberRequest;
import dev.perennial.contract.member.v1.LookUpMemberResponse;
import dev.perennial.contract.member.v1.MemberServiceGrpc;
import dev.perennial.contract.member.v1.RemoveIdentifierRequest;
import dev.perennial.contract.member.v1.RemoveIdentifierResponse;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.member.v1.SetMemberStatusResponse;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import dev.perennial.contract.member.v1.UpdateMemberResponse;
import dev.perennial.domain.loyalty.MemberState;
import dev.perennial.domain.member.Member;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Etag;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** The customers of a business. */
public final class MembersGrpcService extends MemberServiceGrpc.MemberServiceImplBase {

    private final Members directory;
    private final MemberIdentifiers identifiers;
    private final MemberStatuses statuses;

    public MembersGrpcService(Members directory, MemberIdentifiers identifiers, MemberStatuses statuses) {
        this.statuses = statuses;
        this.directory = directory;
        this.identifiers = identifiers;
    }

    @Override
    public void enrolMember(EnrolMemberRequest request, StreamObserver<EnrolMemberResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                directory.enrol(
                        tenant,
                        new MemberId(request.getMemberId()),
                        MemberTranslator.toDomain(request.getProfile()),
                        Identities.command(tenant, request.getRequestId(), request),
                        MembersGrpcService::enrolled),
                EnrolMemberResponse.parser(),
                observer);
    }

    private static Payload enrolled(Member member, MemberState state) {
        return Replies.payload(EnrolMemberResponse.newBuilder()
                .setMember(MemberTranslator.withoutProfile(member))
                .setMemberSeq(state.sequence())
                .build());
    }

    @Override
    public void getMember(GetMemberRequest request, StreamObserver<GetMemberResponse> observer) {
        Result<KnownMember> member = identifiers.get(Caller.tenant(), new MemberId(request.getMemberId()));
        Replies.send(
                member.map(found -> GetMemberResponse.newBuilder()
                        .setMember(MemberTranslator.toProto(found))
                        .build()),
                observer);
    }

    @Override
    public void updateMember(UpdateMemberRequest request, StreamObserver<UpdateMemberResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                directory.update(
                        tenant,
                        new MemberId(request.getMemberId()),
                        MemberTranslator.toDomain(request.getProfile()),
                        ProfileMask.fields(request),
                        Etag.revision(request.getEtag()),
                        Identities.command(tenant, request.getRequestId(), request),
                        MembersGrpcService::updated),
                UpdateMemberResponse.parser(),
                observer);
    }

    private static Payload updated(Member member) {
        return Replies.payload(UpdateMemberResponse.newBuilder()
                .setMember(MemberTranslator.withoutProfile(member))
                .build());
    }

    @Override
    public void listMembers(ListMembersRequest request, StreamObserver<ListMembersResponse> observer) {
        Tenant tenant = Caller.tenant();
        Result<Paging> paging = Paging.of(
                tenant, ListMembersRequest.getDefaultInstance(), request.getPageSize(), request.getPageToken(), 0);
        Replies.send(paging.map(page -> list(tenant, page)), observer);
    }

    @Override
    public void addIdentifier(AddIdentifierRequest request, StreamObserver<AddIdentifierResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                identifiers.add(
                        tenant,
                        new MemberId(request.getMemberId()),
                        IdentifierTranslator.toDomain(request.getIdentifier()),
                        Identities.command(tenant, request.getRequestId(), request),
                        (number, state) -> Replies.payload(AddIdentifierResponse.newBuilder()
                                .setIdentifierNumber(number)
                                .setMemberSeq(state.sequence())
                                .build())),
                AddIdentifierResponse.parser(),
                observer);
    }

    @Override
    public void removeIdentifier(RemoveIdentifierRequest request, StreamObserver<RemoveIdentifierResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                identifiers.remove(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getIdentifierNumber(),
                        Identities.command(tenant, request.getRequestId(), request),
                        state -> Replies.payload(RemoveIdentifierResponse.newBuilder()
                                .setMemberSeq(state.sequence())
                                .build())),
                RemoveIdentifierResponse.parser(),
                observer);
    }

    @Override
    public void lookUpMember(LookUpMemberRequest request, StreamObserver<LookUpMemberResponse> observer) {
        Result<KnownMember> member =
                identifiers.lookUp(Caller.tenant(), IdentifierTranslator.toDomain(request.getIdentifier()));
        Replies.send(
                member.map(found -> LookUpMemberResponse.newBuilder()
                        .setMember(MemberTranslator.toProto(found))
                        .build()),
                observer);
    }

    @Override
    public void setMemberStatus(SetMemberStatusRequest request, StreamObserver<SetMemberStatusResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                statuses.set(
                        tenant,
                        new MemberId(request.getMemberId()),
                        StatusTranslator.toDomain(request),
                        request.getReason(),
                        Identities.command(tenant, request.getRequestId(), request),
                        state -> Replies.payload(SetMemberStatusResponse.newBuilder()
                                .setMemberSeq(state.sequence())
                                .build())),
                SetMemberStatusResponse.parser(),
                observer);
    }

    private ListMembersResponse list(Tenant tenant, Paging page) {
        List<Member> found = directory.list(tenant, Math.toIntExact(page.position()), page.limit());
        return ListMembersResponse.newBuilder()
                .addAllMembers(
                        page.page(found).stream().map(MemberTranslator::toProto).toList())
                .setNextPageToken(page.nextToken(found, Member::number))
                .build();
    }
}
