package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.community.Clubs;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.ClubServiceGrpc;
import dev.perennial.contract.loyalty.v1.GetClubRequest;
import dev.perennial.contract.loyalty.v1.GetClubResponse;
import dev.perennial.contract.loyalty.v1.JoinClubRequest;
import dev.perennial.contract.loyalty.v1.JoinClubResponse;
import dev.perennial.contract.loyalty.v1.LeaveClubRequest;
import dev.perennial.contract.loyalty.v1.LeaveClubResponse;
import dev.perennial.contract.loyalty.v1.ListClubMembersRequest;
import dev.perennial.contract.loyalty.v1.ListClubMembersResponse;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;

/** Clubs of members, with the challenges that they share. */
public final class ClubGrpcService extends ClubServiceGrpc.ClubServiceImplBase {

    private final Clubs clubs;

    public ClubGrpcService(Clubs clubs) {
        this.clubs = clubs;
    }

    @Override
    public void joinClub(JoinClubRequest request, StreamObserver<JoinClubResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                clubs.join(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getClubId(),
                        Identities.command(tenant, request.getRequestId(), request),
                        after -> Replies.payload(JoinClubResponse.newBuilder()
                                .setMemberSeq(after.sequence())
                                .build())),
                JoinClubResponse.parser(),
                observer);
    }

    @Override
    public void leaveClub(LeaveClubRequest request, StreamObserver<LeaveClubResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                clubs.leave(
                        tenant,
                        new MemberId(request.getMemberId()),
                        Identities.command(tenant, request.getRequestId(), request),
                        after -> Replies.payload(LeaveClubResponse.newBuilder()
                                .setMemberSeq(after.sequence())
                                .build())),
                LeaveClubResponse.parser(),
                observer);
    }

    @Override
    public void getClub(GetClubRequest request, StreamObserver<GetClubResponse> observer) {
        Replies.send(
                clubs.progress(Caller.tenant(), request.getClubId())
                        .map(challenges -> GetClubResponse.newBuilder()
                                .addAllChallenges(challenges.stream()
                                        .map(ClubTranslator::challenge)
                                        .toList())
                                .build()),
                observer);
    }

    @Override
    public void listClubMembers(ListClubMembersRequest request, StreamObserver<ListClubMembersResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListClubMembersRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), 0);
        Replies.send(paging.then(page -> members(tenant, query.getClubId(), page)), observer);
    }

    private Result<ListClubMembersResponse> members(Tenant tenant, String club, Paging page) {
        return clubs.members(tenant, club, Math.toIntExact(page.position()), page.limit())
                .map(found -> ListClubMembersResponse.newBuilder()
                        .addAllMembers(page.page(found).stream()
                                .map(ClubTranslator::member)
                                .toList())
                        .setNextPageToken(page.nextToken(found, Clubs.Line::number))
                        .build());
    }
}
