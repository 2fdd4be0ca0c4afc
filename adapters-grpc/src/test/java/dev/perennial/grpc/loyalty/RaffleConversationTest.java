package dev.perennial.grpc.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.loyalty.v1.Assurance;
import dev.perennial.contract.loyalty.v1.CloseRaffleRequest;
import dev.perennial.contract.loyalty.v1.DrawRaffleRequest;
import dev.perennial.contract.loyalty.v1.GetRaffleRequest;
import dev.perennial.contract.loyalty.v1.ListRaffleTicketsRequest;
import dev.perennial.contract.loyalty.v1.ProveTicketRequest;
import dev.perennial.contract.loyalty.v1.Raffle;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc.RaffleServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.RaffleState;
import dev.perennial.contract.loyalty.v1.TicketRange;
import dev.perennial.contract.loyalty.v1.Winner;
import dev.perennial.contract.sandbox.v1.AdvanceClockRequest;
import dev.perennial.contract.sandbox.v1.SandboxServiceGrpc;
import dev.perennial.grpc.shared.Edge;
import dev.perennial.grpc.shared.Refused;
import dev.perennial.grpc.shared.Samples;
import dev.perennial.grpc.shared.Shop;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers get about raffles, by the real use cases over storage in memory. */
class RaffleConversationTest {

    private final Edge edge = Edge.inMemory();
    private final Shop shop = Shop.of(edge, Edge.KEY);
    private final RaffleServiceBlockingStub raffles = edge.as(Edge.KEY, RaffleServiceGrpc::newBlockingStub);
    private final RaffleServiceBlockingStub rival = edge.as(Edge.RIVALS_KEY, RaffleServiceGrpc::newBlockingStub);

    @BeforeEach
    void open() {
        var _ = shop.programs()
                .applyProgram(Samples.application()
                        .setProgram(Samples.program()
                                .addRaffles(raffle("spring", 0, "the lottery of 7 March"))
                                .addRaffles(raffle("autumn", 60, "")))
                        .build());
        for (String member : List.of("anna", "bert", "carl")) {
            var _ = shop.members()
                    .enrolMember(Samples.enrolment()
                            .setMemberId(member)
                            .setRequestId("enrol-" + member)
                            .build());
            var _ = shop.ledger()
                    .adjustUnits(Samples.adjustment()
                            .setMemberId(member)
                            .setRequestId("adjust-" + member)
                            .build());
        }
    }

    private static dev.perennial.contract.program.v1.Raffle.Builder raffle(String id, int closesIn, String beacon) {
        return dev.perennial.contract.program.v1.Raffle.newBuilder()
                .setId(id)
                .setName(id)
                .setTicket("points")
                .setClosesAt(
                        Timestamps.fromMillis(Samples.NOW.plusSeconds(closesIn).toEpochMilli()))
                .setWinners(2)
                .setBeacon(beacon);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private Raffle get(String id) {
        return raffles.getRaffle(GetRaffleRequest.newBuilder().setRaffleId(id).build())
                .getRaffle();
    }

    private Raffle close(String id) {
        return raffles.closeRaffle(CloseRaffleRequest.newBuilder()
                        .setRaffleId(id)
                        .setRequestId("close-" + id)
                        .build())
                .getRaffle();
    }

    private Raffle draw(String id, String beacon) {
        return raffles.drawRaffle(DrawRaffleRequest.newBuilder()
                        .setRaffleId(id)
                        .setBeacon(beacon)
                        .setRequestId("draw-" + id)
                        .build())
                .getRaffle();
    }

    @Test
    void anOpenRaffleTellsItsCommitmentAndNoMore() {
        Raffle raffle = get("autumn");
        assertThat(raffle.getState()).isEqualTo(RaffleState.RAFFLE_STATE_OPEN);
        assertThat(raffle.getAssurance()).isEqualTo(Assurance.ASSURANCE_TAMPER_EVIDENT);
        assertThat(raffle.getCommitment().size()).isEqualTo(32);
        assertThat(raffle.getSeed().isEmpty()).isTrue();
        assertThat(raffle.getRoot().isEmpty()).isTrue();
    }

    @Test
    void aRaffleIsClosedDrawnAndTold() {
        Raffle closed = close("spring");
        assertThat(closed.getState()).isEqualTo(RaffleState.RAFFLE_STATE_CLOSED);
        assertThat(closed.getAssurance()).isEqualTo(Assurance.ASSURANCE_PUBLICLY_VERIFIABLE);
        assertThat(closed.getMemberCount()).isEqualTo(3);
        assertThat(closed.getTicketCount()).isEqualTo(300);
        assertThat(get("spring")).isEqualTo(closed);
        assertThat(close("spring")).as("a repetition").isEqualTo(closed);

        Raffle drawn = draw("spring", "7, 13, 21");
        assertThat(drawn.getState()).isEqualTo(RaffleState.RAFFLE_STATE_DRAWN);
        assertThat(drawn.getWinnersList()).extracting(Winner::getPlace).containsExactly(1, 2);
        assertThat(drawn.getWinnersList())
                .extracting(Winner::getMemberId)
                .isSubsetOf("anna", "bert", "carl")
                .doesNotHaveDuplicates();
        assertThat(drawn.getSeed().size()).isEqualTo(32);
        assertThat(get("spring")).isEqualTo(drawn);
    }

    @Test
    void theListIsPagedAndNamesNobody() {
        close("spring");
        List<TicketRange> all = new ArrayList<>();
        String token = "";
        do {
            var page = raffles.listRaffleTickets(ListRaffleTicketsRequest.newBuilder()
                    .setRaffleId("spring")
                    .setPageSize(2)
                    .setPageToken(token)
                    .build());
            all.addAll(page.getTicketsList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(all).extracting(TicketRange::getFirst).containsExactly(1L, 101L, 201L);
        assertThat(all).extracting(TicketRange::getCount).containsOnly(100L);
        assertThat(all.toString()).doesNotContain("anna");

        var proof = raffles.proveTicket(ProveTicketRequest.newBuilder()
                .setRaffleId("spring")
                .setMemberId("anna")
                .build());
        assertThat(all.get(proof.getLine())).isEqualTo(proof.getTickets());
        assertThat(proof.getRoot()).isEqualTo(get("spring").getRoot());
        assertThat(proof.getPathList()).isNotEmpty();
    }

    @Test
    void aPageTokenIsGoodForItsOwnListAndALargePageIsCutDown() {
        close("spring");
        ListRaffleTicketsRequest.Builder list =
                ListRaffleTicketsRequest.newBuilder().setRaffleId("spring");
        assertThat(raffles.listRaffleTickets(list.setPageSize(Integer.MAX_VALUE).build())
                        .getTicketsList())
                .hasSize(3);
        String token = raffles.listRaffleTickets(list.setPageSize(1).build()).getNextPageToken();
        assertThat(token).isNotEmpty();
        assertThat(Refused.by(() -> raffles.listRaffleTickets(
                                list.setRaffleId("autumn").setPageToken(token).build()))
                        .fields())
                .containsExactly("page_token");
        String tampered = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        assertThat(Refused.by(() -> raffles.listRaffleTickets(list.setRaffleId("spring")
                                .setPageToken(tampered)
                                .build()))
                        .fields())
                .containsExactly("page_token");
    }

    @Test
    void aSandboxWaitsForItsOwnClock() {
        Shop sandbox = Shop.of(edge, Edge.SANDBOX_KEY);
        RaffleServiceBlockingStub stub = edge.as(Edge.SANDBOX_KEY, RaffleServiceGrpc::newBlockingStub);
        Instant close = Samples.SANDBOX_NOW.plusSeconds(60);
        var _ = sandbox.programs()
                .applyProgram(Samples.application()
                        .setProgram(Samples.program()
                                .addRaffles(raffle("spring", 0, "").setClosesAt(Times.toProto(close))))
                        .build());
        CloseRaffleRequest request = CloseRaffleRequest.newBuilder()
                .setRaffleId("spring")
                .setRequestId("close")
                .build();
        assertThat(reason(() -> stub.closeRaffle(request))).isEqualTo("RAFFLE_OPEN");

        edge.as(Edge.SANDBOX_KEY, SandboxServiceGrpc::newBlockingStub)
                .advanceClock(AdvanceClockRequest.newBuilder()
                        .setTo(Times.toProto(close))
                        .build())
                .forEachRemaining(reply -> {});
        Raffle closed = stub.closeRaffle(request).getRaffle();
        assertThat(closed.getClosedAt()).isEqualTo(Times.toProto(close));
        assertThat(closed.getAssurance()).isEqualTo(Assurance.ASSURANCE_TAMPER_EVIDENT);
    }

    @Test
    void refusalsHaveTheirReasons() {
        assertThat(reason(() -> close("autumn"))).isEqualTo("RAFFLE_OPEN");
        assertThat(reason(() -> draw("autumn", ""))).isEqualTo("RAFFLE_OPEN");
        assertThat(reason(() -> close("winter"))).isEqualTo("RAFFLE_NOT_FOUND");
        close("spring");
        assertThat(reason(() -> raffles.closeRaffle(CloseRaffleRequest.newBuilder()
                        .setRaffleId("spring")
                        .setRequestId("other")
                        .build())))
                .isEqualTo("RAFFLE_ALREADY_CLOSED");
        assertThat(Refused.by(() -> draw("spring", "")).fields()).containsExactly("beacon");
        draw("spring", "7");
        assertThat(reason(() -> draw("spring", "8"))).isEqualTo("KEY_REUSED");
        assertThat(reason(() -> raffles.proveTicket(ProveTicketRequest.newBuilder()
                        .setRaffleId("spring")
                        .setMemberId("nobody")
                        .build())))
                .isEqualTo("MEMBER_NOT_FOUND");
    }

    private static String reason(ThrowingCallable call) {
        return Refused.by(call).reason();
    }

    @Test
    void anotherTenantsRaffleIsNoRaffle() {
        close("spring");
        for (String id : List.of("spring", "nothing")) {
            assertThat(Stream.of(
                                    Refused.by(() -> rival.getRaffle(GetRaffleRequest.newBuilder()
                                            .setRaffleId(id)
                                            .build())),
                                    Refused.by(() -> rival.closeRaffle(CloseRaffleRequest.newBuilder()
                                            .setRaffleId(id)
                                            .setRequestId("c")
                                            .build())),
                                    Refused.by(() -> rival.drawRaffle(DrawRaffleRequest.newBuilder()
                                            .setRaffleId(id)
                                            .setRequestId("d")
                                            .build())),
                                    Refused.by(() -> rival.listRaffleTickets(ListRaffleTicketsRequest.newBuilder()
                                            .setRaffleId(id)
                                            .build())),
                                    Refused.by(() -> rival.proveTicket(ProveTicketRequest.newBuilder()
                                            .setRaffleId(id)
                                            .setMemberId("anna")
                                            .build())))
                            .distinct())
                    .as("one refusal, whatever is asked")
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo("RAFFLE_NOT_FOUND"));
        }
    }
}
