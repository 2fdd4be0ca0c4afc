package dev.perennial.grpc.loyalty;

import com.google.type.Date;
import dev.perennial.application.loyalty.community.Leaderboards;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.GetRankRequest;
import dev.perennial.contract.loyalty.v1.GetRankResponse;
import dev.perennial.contract.loyalty.v1.JoinLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.JoinLeaderboardResponse;
import dev.perennial.contract.loyalty.v1.LeaderboardServiceGrpc;
import dev.perennial.contract.loyalty.v1.LeaveLeaderboardRequest;
import dev.perennial.contract.loyalty.v1.LeaveLeaderboardResponse;
import dev.perennial.contract.loyalty.v1.ListRanksRequest;
import dev.perennial.contract.loyalty.v1.ListRanksResponse;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import dev.perennial.grpc.shared.Times;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.Optional;

/** Rankings of the members who want to be seen on them. */
public final class LeaderboardGrpcService extends LeaderboardServiceGrpc.LeaderboardServiceImplBase {

    private final Leaderboards leaderboards;

    public LeaderboardGrpcService(Leaderboards leaderboards) {
        this.leaderboards = leaderboards;
    }

    @Override
    public void joinLeaderboard(JoinLeaderboardRequest request, StreamObserver<JoinLeaderboardResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                leaderboards.join(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getLeaderboardId(),
                        request.getPublicName(),
                        Identities.command(tenant, request.getRequestId(), request),
                        after -> Replies.payload(JoinLeaderboardResponse.newBuilder()
                                .setMemberSeq(after.sequence())
                                .build())),
                JoinLeaderboardResponse.parser(),
                observer);
    }

    @Override
    public void leaveLeaderboard(LeaveLeaderboardRequest request, StreamObserver<LeaveLeaderboardResponse> observer) {
        Tenant tenant = Caller.tenant();
        Replies.send(
                leaderboards.leave(
                        tenant,
                        new MemberId(request.getMemberId()),
                        request.getLeaderboardId(),
                        Identities.command(tenant, request.getRequestId(), request),
                        after -> Replies.payload(LeaveLeaderboardResponse.newBuilder()
                                .setMemberSeq(after.sequence())
                                .build())),
                LeaveLeaderboardResponse.parser(),
                observer);
    }

    @Override
    public void listRanks(ListRanksRequest request, StreamObserver<ListRanksResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListRanksRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), 0);
        Replies.send(paging.then(page -> ranks(tenant, query, page)), observer);
    }

    private Result<ListRanksResponse> ranks(Tenant tenant, ListRanksRequest query, Paging paging) {
        Optional<LocalDate> day = day(query.hasDay(), query.getDay());
        return leaderboards
                .page(tenant, query.getLeaderboardId(), day, paging.position(), paging.limit())
                .map(page -> {
                    var lines = paging.page(page.lines());
                    return ListRanksResponse.newBuilder()
                            .setPeriod(LeaderboardTranslator.period(page.period()))
                            .addAllRanks(lines.stream()
                                    .map(LeaderboardTranslator::rank)
                                    .toList())
                            .setTotalSize(page.size())
                            .setNextPageToken(paging.nextToken(page.lines(), last -> paging.position() + lines.size()))
                            .build();
                });
    }

    @Override
    public void getRank(GetRankRequest request, StreamObserver<GetRankResponse> observer) {
        Optional<LocalDate> day = day(request.hasDay(), request.getDay());
        MemberId member = new MemberId(request.getMemberId());
        Replies.send(
                leaderboards
                        .placeOf(Caller.tenant(), request.getLeaderboardId(), day, member)
                        .map(place -> {
                            GetRankResponse.Builder reply = GetRankResponse.newBuilder();
                            place.ifPresent(line -> reply.setRank(LeaderboardTranslator.rank(line)));
                            return reply.build();
                        }),
                observer);
    }

    private static Optional<LocalDate> day(boolean told, Date day) {
        return told ? Times.date(day) : Optional.empty();
    }
}
