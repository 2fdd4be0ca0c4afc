package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.perennial.contract.loyalty.v1.Assurance;
import dev.perennial.contract.loyalty.v1.CloseRaffleRequest;
import dev.perennial.contract.loyalty.v1.Disqualified;
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
import org.junit.jupiter.api.Test;

/** A raffle from the first ticket to the winner who moved up, drawn again by others from what was published. */
class RaffleStoryTest {

    private static final String LOTTERY = "the numbers of the lottery of 17 January";
    private static final String BEACON = "7, 13, 21, 28, 34, 45";
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol", "dave", "erin");

    private Shop shop;
    private RaffleServiceBlockingStub raffles;

    /** A shop with a raffle for points that closes on day 10 and has two winners. */
    private void open(Shop opened, ARule ticket, String beacon) {
        AProgram earning = aProgram(ticket);
        shop = opened;
        shop.runs(new AProgram(earning.document().toBuilder()
                .addRaffles(dev.perennial.contract.program.v1.Raffle.newBuilder()
                        .setId("spring")
                        .setName("Spring raffle")
                        .setTicket("points")
                        .setClosesAt(Timestamps.fromMillis(day(10).toEpochMilli()))
                        .setWinners(2)
                        .setBeacon(beacon))
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

    private DrawRaffleRequest drawing(String requestId, String beacon) {
        return DrawRaffleRequest.newBuilder()
                .setRaffleId("spring")
                .setBeacon(beacon)
                .setRequestId(requestId)
                .build();
    }

    @Test
    void ticketsFromPurchasesAWinnerWhosePurchaseGoesBackAndTheNextInSequence() throws Exception {
        open(Platform.newShop(), aRule("ticket").perEuro(1), LOTTERY);
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

        Reply<DrawRaffleResponse> drawn = Reply.of(raffles, stub -> stub.drawRaffle(drawing("draw", BEACON)));
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

        assertThat(Reply.of(raffles, stub -> stub.drawRaffle(drawing("draw", BEACON)))
                        .bytes())
                .as("the first reply again")
                .isEqualTo(drawn.bytes());
        assertThat(audited())
                .allSatisfy(finding -> assertThat(finding.examples()).isEmpty());
    }

    /** While it is the first day for everybody else, and with nothing mixed in that a sandbox would have to wait for. */
    @Test
    void aSandboxPlaysItAllOnItsOwnClock() throws Exception {
        Platform.CLOCK.set(Platform.START);
        open(Platform.newSandbox(), aRule("ticket").perEuro(1).pendingFor(7), "");
        Raffle announced = get();
        assertThat(announced.getAssurance()).isEqualTo(Assurance.ASSURANCE_TAMPER_EVIDENT);
        MEMBERS.forEach(
                member -> shop.buys(member, "order-" + member, 1_000).on(day(0)).told());
        shop.advances(day(8));
        shop.buys("alice", "too late to become active", 90_000).on(day(8)).told();
        long keys = Rows.count(shop, "request_key");
        assertThat(Reply.refusalOf(() -> close("early"))).isEqualTo("FAILED_PRECONDITION RAFFLE_OPEN");
        assertThat(Reply.refusalOf(() -> raffles.drawRaffle(drawing("early", ""))))
                .isEqualTo("FAILED_PRECONDITION RAFFLE_OPEN");
        assertThat(Rows.count(shop, "request_key"))
                .as("a refusal leaves nothing")
                .isEqualTo(keys);
        assertThat(Rows.count(shop, "raffle_ticket")).isZero();

        shop.advances(day(16));
        Raffle closed = close("close");
        assertThat(closed.getCommitment()).isEqualTo(announced.getCommitment());
        assertThat(closed.getClosedAt()).isEqualTo(moment(16));
        assertThat(closed.getTicketCount()).isEqualTo(10L * MEMBERS.size());
        assertThat(closed.getRoot().size()).isEqualTo(32);

        shop.advances(day(17));
        Raffle drawn = raffles.drawRaffle(drawing("draw", "")).getRaffle();
        assertThat(drawn.getDrawnAt()).isEqualTo(moment(17));
        assertThat(RaffleVerifier.says(published())).isEqualTo("verified");
        List<String> first = winners(drawn);
        String loser = first.getFirst();
        assertThat(Rows.events(shop, loser)).endsWith("raffle spring won, place 1 @day 17");

        shop.advances(day(18));
        shop.refunds(loser, "order-" + loser, "after", 1_000).on(day(18)).told();
        assertThat(winners(get())).hasSize(2).startsWith(first.getLast()).doesNotContain(loser);
        assertThat(get().getDisqualifiedList())
                .extracting(Disqualified::getMemberId)
                .containsExactly(loser);
        assertThat(RaffleVerifier.says(published())).isEqualTo("verified");
        assertThat(Platform.CLOCK.instant()).isEqualTo(Platform.START);
        assertThat(audited())
                .allSatisfy(finding -> assertThat(finding.examples()).isEmpty());
    }

    private static Timestamp moment(int day) {
        return Timestamps.fromMillis(day(day).toEpochMilli());
    }

    @Test
    void ofManyWhoCloseAndDrawAtOnceOneDoes() {
        open(Platform.newShop(), aRule("ticket").perEuro(1), LOTTERY);
        MEMBERS.forEach(member -> shop.buys(member, "order-" + member, 1_000).at(day(1)));
        Platform.reach(day(10));

        assertThat(Together.callers(4, i -> outcome(() -> close("close-" + i))))
                .containsOnlyOnce("done")
                .containsOnly("done", "FAILED_PRECONDITION RAFFLE_ALREADY_CLOSED");
        assertThat(Together.callers(4, i -> outcome(() -> raffles.drawRaffle(drawing("draw-" + i, BEACON)))))
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
