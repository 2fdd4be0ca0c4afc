package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.raffle.RaffleDraws;
import dev.perennial.application.loyalty.raffle.RaffleList;
import dev.perennial.application.shared.Identity;
import dev.perennial.application.shared.Tenant;
import dev.perennial.contract.loyalty.v1.CloseRaffleRequest;
import dev.perennial.contract.loyalty.v1.CloseRaffleResponse;
import dev.perennial.contract.loyalty.v1.DrawRaffleRequest;
import dev.perennial.contract.loyalty.v1.DrawRaffleResponse;
import dev.perennial.contract.loyalty.v1.GetRaffleRequest;
import dev.perennial.contract.loyalty.v1.GetRaffleResponse;
import dev.perennial.contract.loyalty.v1.ListRaffleTicketsRequest;
import dev.perennial.contract.loyalty.v1.ListRaffleTicketsResponse;
import dev.perennial.contract.loyalty.v1.ProveTicketRequest;
import dev.perennial.contract.loyalty.v1.ProveTicketResponse;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc;
import dev.perennial.domain.loyalty.raffle.Holder;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.Result;
import dev.perennial.grpc.shared.Caller;
import dev.perennial.grpc.shared.Identities;
import dev.perennial.grpc.shared.Paging;
import dev.perennial.grpc.shared.Replies;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** Draws that anybody can draw again. */
public final class RafflesGrpcService extends RaffleServiceGrpc.RaffleServiceImplBase {

    private final RaffleDraws draws;
    private final RaffleList published;

    public RafflesGrpcService(RaffleDraws draws, RaffleList published) {
        this.draws = draws;
        this.published = published;
    }

    @Override
    public void closeRaffle(CloseRaffleRequest request, StreamObserver<CloseRaffleResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                draws.close(
                        tenant,
                        request.getRaffleId(),
                        identity,
                        report -> Replies.payload(CloseRaffleResponse.newBuilder()
                                .setRaffle(RaffleTranslator.raffle(report))
                                .build())),
                CloseRaffleResponse.parser(),
                observer);
    }

    @Override
    public void drawRaffle(DrawRaffleRequest request, StreamObserver<DrawRaffleResponse> observer) {
        Tenant tenant = Caller.tenant();
        Identity identity = Identities.command(tenant, request.getRequestId(), request);
        Replies.send(
                draws.draw(
                        tenant,
                        request.getRaffleId(),
                        request.getBeacon(),
                        identity,
                        report -> Replies.payload(DrawRaffleResponse.newBuilder()
                                .setRaffle(RaffleTranslator.raffle(report))
                                .build())),
                DrawRaffleResponse.parser(),
                observer);
    }

    @Override
    public void getRaffle(GetRaffleRequest request, StreamObserver<GetRaffleResponse> observer) {
        Replies.send(
                published
                        .get(Caller.tenant(), request.getRaffleId())
                        .map(report -> GetRaffleResponse.newBuilder()
                                .setRaffle(RaffleTranslator.raffle(report))
                                .build()),
                observer);
    }

    @Override
    public void listRaffleTickets(
            ListRaffleTicketsRequest request, StreamObserver<ListRaffleTicketsResponse> observer) {
        Tenant tenant = Caller.tenant();
        ListRaffleTicketsRequest query =
                request.toBuilder().clearPageSize().clearPageToken().build();
        Result<Paging> paging = Paging.of(tenant, query, request.getPageSize(), request.getPageToken(), 0);
        Replies.send(paging.then(page -> tickets(tenant, query.getRaffleId(), page)), observer);
    }

    private Result<ListRaffleTicketsResponse> tickets(Tenant tenant, String raffle, Paging page) {
        return published
                .tickets(tenant, raffle, page.position() + 1, page.limit())
                .map(found -> list(found, page));
    }

    private static ListRaffleTicketsResponse list(List<Holder> found, Paging page) {
        return ListRaffleTicketsResponse.newBuilder()
                .addAllTickets(page.page(found).stream()
                        .map(holder -> RaffleTranslator.range(holder.tickets()))
                        .toList())
                .setNextPageToken(
                        page.nextToken(found, holder -> holder.tickets().first()))
                .build();
    }

    @Override
    public void proveTicket(ProveTicketRequest request, StreamObserver<ProveTicketResponse> observer) {
        Replies.send(
                published
                        .prove(Caller.tenant(), request.getRaffleId(), new MemberId(request.getMemberId()))
                        .map(RaffleTranslator::proof),
                observer);
    }
}
