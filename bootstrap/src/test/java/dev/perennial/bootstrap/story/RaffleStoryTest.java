package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.loyalty.v1.CloseRaffleRequest;
import dev.perennial.contract.loyalty.v1.DrawRaffleRequest;
import dev.perennial.contract.loyalty.v1.DrawRaffleResponse;
import dev.perennial.contract.loyalty.v1.GetRaffleRequest;
import dev.perennial.contract.loyalty.v1.ListRaffleTicketsRequest;
import dev.perennial.contract.loyalty.v1.Raffle;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc;
import dev.perennial.contract.loyalty.v1.RaffleServiceGrpc.RaffleServiceBlockingStub;
import dev.perennial.contract.loyalty.v1.Winner;
import dev.perennial.domain.testing.RaffleVerifier;
import dev.perennial.persistence.audit.Finding;
import dev.perennial.persistence.audit.LedgerAudit;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A raffle from the first ticket to the winner who moved up, drawn again by others from what was published. */
class RaffleStoryTest {

    private static final String BEACON = "7, 13, 21, 28, 34, 45";
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol", "dave", "erin");

    private Shop shop;
    private RaffleServiceBlockingStub raffles;

    @BeforeEach
    void open() {
        AProgram earning = aProgram(aRule("ticket").perEuro(1));
        shop = Platform.newShop();
        shop.runs(new AProgram(earning.document().toBuilder()
                .addRaffles(dev.perennial.contract.program.v1.Raffle.newBuilder()
                        .setId("spring")
                        .setName("Spring raffle")
                        .setTicket("points")
                        .setClosesAt(Timestamps.fromMillis(day(10).toEpochMilli()))
                        .setWinners(2)
                        .setBeacon("the numbers of the lottery of 17 January"))
                .build()));
        raffles = RaffleServiceGrpc.newBlockingStub(shop.ledger.getChannel());
        MEMBERS.forEach(shop::enrols);
    }

    private Raffle get() {
        return raffles.getRaffle(
                        GetRaffleRequest.newBuilder().setRaffleId("spring").build())
                .getRaffle();
    }

    private Raffle close(String requestId) {
        return raffles.closeRaffle(CloseRaffleRequest.newBuilder()
                        .setRaffleId("spring")
                        .setRequestId(requestId)
                        .build())
                .getRaffle();
    }

    private DrawRaffleRequest drawing(String requestId) {
        return DrawRaffleRequest.newBuilder()
                .setRaffleId("spring")
                .setBeacon(BEACON)
                .setRequestId(requestId)
                .build();
    }

    @Test
    void ticketsFromPurchasesAWinnerWhosePurchaseGoesBackAndTheNextInSequence() throws Exception {
        ByteString commitment = get().getCommitment();
        for (int i = 0; i < MEMBERS.size(); i++) {
            String member = MEMBERS.get(i);
            shop.buys(member, "order-" + member, 1_000L * (i + 1)).at(day(1));
        }
        shop.refunds("erin", "order-erin", "before", 2_000).at(day(2));
        assertThat(Reply.refusalOf(() -> close("early"))).isEqualTo("FAILED_PRECONDITION RAFFLE_OPEN");

        // Nobody closes it for two days, and meanwhile more is bought: it is the ledger of day 10 that counts.
        shop.buys("bob", "later", 90_000).at(day(11));
        Platform.reach(day(12));
        Raffle closed = close("close");
        assertThat(closed.getTicketCount()).isEqualTo(10 + 20 + 30 + 40 + 30);
        assertThat(closed.getMemberCount()).isEqualTo(5);
        assertThat(closed.getCommitment()).isEqualTo(commitment);

        Reply<DrawRaffleResponse> drawn = Reply.of(raffles, stub -> stub.drawRaffle(drawing("draw")));
        List<String> first = winners(drawn.message().getRaffle());
        assertThat(first).hasSize(2);
        assertThat(RaffleVerifier.says(published())).isEqualTo("verified");

        // What somebody bought goes back in full: the ticket is void, whoever comes next wins.
        String loser = first.getFirst();
        shop.refunds(loser, "order-" + loser, "after", 100_000).at(day(13));
        Raffle after = get();
        assertThat(winners(after)).hasSize(2).startsWith(first.getLast()).doesNotContain(loser);
        assertThat(after.getWinners(1).getPlace()).isEqualTo(3);
        assertThat(after.getDisqualifiedList()).singleElement().satisfies(gone -> {
            assertThat(gone.getMemberId()).isEqualTo(loser);
            assertThat(gone.getPlace()).isEqualTo(1);
        });
        assertThat(RaffleVerifier.says(published())).isEqualTo("verified");

        assertThat(Reply.of(raffles, stub -> stub.drawRaffle(drawing("draw"))).bytes())
                .as("the first reply again")
                .isEqualTo(drawn.bytes());
        assertThat(audited())
                .allSatisfy(finding -> assertThat(finding.examples()).isEmpty());
    }

    @Test
    void ofManyWhoCloseAndDrawAtOnceOneDoes() {
        MEMBERS.forEach(member -> shop.buys(member, "order-" + member, 1_000).at(day(1)));
        Platform.reach(day(10));

        assertThat(Together.callers(4, i -> outcome(() -> close("close-" + i))))
                .containsOnlyOnce("done")
                .containsOnly("done", "FAILED_PRECONDITION RAFFLE_ALREADY_CLOSED");
        assertThat(Together.callers(4, i -> outcome(() -> raffles.drawRaffle(drawing("draw-" + i)))))
                .containsOnlyOnce("done")
                .containsOnly("done", "FAILED_PRECONDITION RAFFLE_ALREADY_DRAWN");
        assertThat(Rows.count(shop, "raffle_ticket")).isEqualTo(5);
        assertThat(Rows.count(shop, "raffle_place")).isEqualTo(2);
        assertThat(RaffleVerifier.says(published())).isEqualTo("verified");
    }

    private static String outcome(Runnable call) {
        boolean[] done = {false};
        try {
            return Reply.refusalOf(() -> {
                call.run();
                done[0] = true;
                return "";
            });
        } catch (AssertionError notRefused) {
            if (done[0]) {
                return "done";
            }
            throw notRefused;
        }
    }

    private static List<String> winners(Raffle raffle) {
        return raffle.getWinnersList().stream().map(Winner::getMemberId).toList();
    }

    private static List<Finding> audited() throws Exception {
        try (Connection connection = Platform.SERVER.part(DataSource.class).getConnection()) {
            return LedgerAudit.run(connection, finding -> {});
        }
    }

    /** The file of docs/raffles.md, made of nothing but what may be published. */
    private List<String> published() {
        Raffle raffle = get();
        List<String> lines = new ArrayList<>(List.of(
                "commitment " + hex(raffle.getCommitment()),
                "root " + hex(raffle.getRoot()),
                "winners " + raffle.getWinnerCount(),
                "seed " + hex(raffle.getSeed()),
                "beacon " + raffle.getBeacon()));
        raffles.listRaffleTickets(ListRaffleTicketsRequest.newBuilder()
                        .setRaffleId("spring")
                        .setPageSize(1_000)
                        .build())
                .getTicketsList()
                .forEach(range -> lines.add(
                        "line " + hex(range.getPseudonym()) + " " + range.getFirst() + " " + range.getCount()));
        Stream.concat(
                        raffle.getDisqualifiedList().stream()
                                .map(gone -> "disqualified " + hex(gone.getPseudonym()) + " " + gone.getTakenBack()),
                        raffle.getWinnersList().stream()
                                .map(won -> "winner " + won.getPlace() + " " + won.getTicket() + " "
                                        + hex(won.getPseudonym())))
                .forEach(lines::add);
        return lines;
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
