package dev.perennial.grpc.loyalty;

import dev.perennial.contract.loyalty.v1.CloseRaffleRequest;
import dev.perennial.contract.loyalty.v1.DrawRaffleRequest;
import dev.perennial.contract.loyalty.v1.GetRaffleRequest;
import dev.perennial.contract.loyalty.v1.ListRaffleTicketsRequest;
import dev.perennial.contract.loyalty.v1.ProveTicketRequest;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc.RaffleServiceBlockingStub;
import dev.perennial.grpc.shared.BadInput;
import dev.perennial.grpc.shared.Edge;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests about raffles. Storage fails in these tests, so what is refused as malformed has not touched it. */
class BadRaffleRequestsTest {

    private static final Edge EDGE = Edge.over(() -> new IllegalStateException("storage was touched"));
    private static final RaffleServiceBlockingStub STUB = EDGE.as(Edge.KEY, RaffleServiceGrpc::newBlockingStub);

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return BadInput.allRefused(Stream.concat(BadInput.IDS.stream(), Stream.of("x".repeat(65)))
                .flatMap(id -> Stream.of(
                        close("raffle", "raffle_id", request -> request.setRaffleId(id)),
                        draw("raffle", "raffle_id", request -> request.setRaffleId(id)),
                        list("raffle", "raffle_id", request -> request.setRaffleId(id)),
                        prove("raffle", "raffle_id", request -> request.setRaffleId(id)),
                        new BadInput(
                                "GetRaffle",
                                "raffle_id",
                                () -> STUB.getRaffle(GetRaffleRequest.newBuilder()
                                        .setRaffleId(id)
                                        .build())))));
    }

    @TestFactory
    Stream<DynamicTest> keysAndMembers() {
        return BadInput.allRefused(BadInput.IDS.stream()
                .flatMap(id -> Stream.of(
                        close("key", "request_id", request -> request.setRequestId(id)),
                        draw("key", "request_id", request -> request.setRequestId(id)),
                        prove("member", "member_id", request -> request.setMemberId(id)))));
    }

    @TestFactory
    Stream<DynamicTest> beacons() {
        return BadInput.allRefused(Stream.concat(BadInput.CONTROL_CHARACTERS.stream(), Stream.of("x".repeat(501)))
                .map(beacon -> draw("beacon", "beacon", request -> request.setBeacon(beacon))));
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return BadInput.allRefused(Stream.of(
                list("page size", "page_size", request -> request.setPageSize(-1)),
                list("token", "page_token", request -> request.setPageToken("AAAA")),
                list("long token", "page_token", request -> request.setPageToken("A".repeat(513)))));
    }

    private static BadInput close(String name, String field, Consumer<CloseRaffleRequest.Builder> spoil) {
        CloseRaffleRequest.Builder request =
                CloseRaffleRequest.newBuilder().setRaffleId("spring").setRequestId("close");
        spoil.accept(request);
        return new BadInput("CloseRaffle: " + name, field, () -> STUB.closeRaffle(request.build()));
    }

    private static BadInput draw(String name, String field, Consumer<DrawRaffleRequest.Builder> spoil) {
        DrawRaffleRequest.Builder request =
                DrawRaffleRequest.newBuilder().setRaffleId("spring").setRequestId("draw");
        spoil.accept(request);
        return new BadInput("DrawRaffle: " + name, field, () -> STUB.drawRaffle(request.build()));
    }

    private static BadInput list(String name, String field, Consumer<ListRaffleTicketsRequest.Builder> spoil) {
        ListRaffleTicketsRequest.Builder request =
                ListRaffleTicketsRequest.newBuilder().setRaffleId("spring");
        spoil.accept(request);
        return new BadInput("ListRaffleTickets: " + name, field, () -> STUB.listRaffleTickets(request.build()));
    }

    private static BadInput prove(String name, String field, Consumer<ProveTicketRequest.Builder> spoil) {
        ProveTicketRequest.Builder request =
                ProveTicketRequest.newBuilder().setRaffleId("spring").setMemberId("anna");
        spoil.accept(request);
        return new BadInput("ProveTicket: " + name, field, () -> STUB.proveTicket(request.build()));
    }
}
