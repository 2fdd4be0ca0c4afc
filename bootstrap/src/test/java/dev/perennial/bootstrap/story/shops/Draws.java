package dev.perennial.bootstrap.story.shops;

import dev.perennial.contract.loyalty.v1.CloseRaffleRequest;
import dev.perennial.contract.loyalty.v1.DrawRaffleRequest;
import dev.perennial.contract.loyalty.v1.GetRaffleRequest;
import dev.perennial.contract.loyalty.v1.ProveTicketRequest;
import dev.perennial.contract.loyalty.v1.Raffle;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc.RaffleServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.TicketRange;

/** A raffle of a shop. */
final class Draws {

    private final ExampleShop shop;
    private final String raffle;
    private final RaffleServiceBlockingStub service;

    Draws(ExampleShop shop, String raffle) {
        this.shop = shop;
        this.raffle = raffle;
        this.service = RaffleServiceGrpc.newBlockingStub(shop.channel);
    }

    Raffle get() {
        return service.getRaffle(
                        GetRaffleRequest.newBuilder().setRaffleId(raffle).build())
                .getRaffle();
    }

    Raffle close() {
        return service.closeRaffle(CloseRaffleRequest.newBuilder()
                        .setRaffleId(raffle)
                        .setRequestId(shop.newKey())
                        .build())
                .getRaffle();
    }

    Raffle draw(String beacon) {
        return service.drawRaffle(DrawRaffleRequest.newBuilder()
                        .setRaffleId(raffle)
                        .setBeacon(beacon)
                        .setRequestId(shop.newKey())
                        .build())
                .getRaffle();
    }

    TicketRange ticketsOf(String member) {
        return service.proveTicket(ProveTicketRequest.newBuilder()
                        .setRaffleId(raffle)
                        .setMemberId(member)
                        .build())
                .getTickets();
    }
}
