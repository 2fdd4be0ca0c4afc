package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.BreakageVintage;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.GetBreakageRequest;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.NeverExpires;
import dev.perennial.contract.ledger.v1.ReinstateUnitsRequest;
import dev.perennial.contract.ledger.v1.ReinstateUnitsResponse;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.contract.loyalty.v1.ExplainEntryRequest;
import dev.perennial.persistence.audit.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Points are good for 30 days, and the shop was closed for a month: what ran out meanwhile is given back. Three points
 * are worth a cent.
 */
class ReinstatementStoryTest {

    private final Shop shop = Platform.newSandbox()
            .runs(aProgram(aRule("base").perEuro(3).expiringAfter(30)).withPointsWorth(3, 1))
            .enrols("alice");

    @Test
    void whatRanOutIsGivenBackOnceAndRunsOutAnew() {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.buys("alice", "o2", euros(20)).on(day(1)).told();
        shop.advances(day(50));
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 0));

        ReinstateUnitsRequest request =
                Reinstating.request("alice", "b1", statement().get(1).getNumber());
        Reply<ReinstateUnitsResponse> given = Reply.of(shop.ledger, stub -> stub.reinstateUnits(request));
        assertThat(given.message().getAmount()).isEqualTo(300);
        assertThat(Words.of(given.message().getEntriesList()))
                .containsExactly(
                        "REINSTATE 300 EXPIRED→ADJUSTED lot 1 @day 50",
                        "REINSTATE 300 ADJUSTED→AVAILABLE lot 3 @day 50");
        assertThat(Reply.of(shop.ledger, stub -> stub.reinstateUnits(request)).replayed())
                .isTrue();
        assertThat(refusal(request.toBuilder().setRequestId("b2"))).isEqualTo("FAILED_PRECONDITION NOTHING_EXPIRED");

        ReinstateUnitsRequest all = Reinstating.request("alice", "b3", day(30), day(40));
        assertThat(refusal(all.toBuilder().setAmount(61))).isEqualTo("FAILED_PRECONDITION MORE_THAN_EXPIRED");
        assertThat(shop.ledger.reinstateUnits(all).getAmount()).isEqualTo(60);
        assertThat(shop.points("alice")).isEqualTo(new Points(360, 0, 0));
        assertThat(statement().getFirst().getReason()).isEqualTo("the shop was closed");
        assertThat(statement().getFirst().getActor()).isEqualTo("kim");

        shop.refunds("alice", "o1", "r1", euros(100)).on(day(51)).told();
        assertThat(shop.points("alice")).isEqualTo(new Points(60, 0, 0));
        shop.advances(day(81));
        assertThat(shop.points("alice")).isEqualTo(new Points(0, 0, 0));
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void theBooksLoseTheBreakageAndOweTheUnitsAgain() {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.advances(day(50));
        shop.ledger.reinstateUnits(Reinstating.request("alice", "b1", day(30), day(40)));

        assertThat(journal(date(2, 24)))
                .containsExactly(
                        "REVERSE_EXPIRY BREAKAGE_REVENUE → ADJUSTMENTS 300 = 100",
                        "ADJUST ADJUSTMENTS → CONTRACT_LIABILITY 300 = 100");
        List<BreakageVintage> vintages = BooksServiceGrpc.newBlockingStub(shop.channel)
                .getBreakage(GetBreakageRequest.newBuilder()
                        .setFrom(date(1, 0))
                        .setTo(date(2, 0))
                        .build())
                .getUnits(0)
                .getVintagesList();
        assertThat(vintages)
                .extracting(each ->
                        each.getIssued() + " issued, " + each.getExpired() + " expired, " + each.getOpen() + " open")
                .containsExactly("300 issued, 0 expired, 0 open", "300 issued, 0 expired, 300 open");
    }

    @Test
    void anEntryTellsWhatRanOutAndWhatBecameOfIt() {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.advances(day(50));
        shop.ledger.reinstateUnits(Reinstating.request("alice", "b1", day(30), day(40)));

        var explanation = shop.loyalty
                .explainEntry(ExplainEntryRequest.newBuilder()
                        .setMemberId("alice")
                        .setEntryNumber(statement().getFirst().getNumber())
                        .build())
                .getExplanation();
        assertThat(explanation.getActivity().getActivity().getExternalId()).isEqualTo("o1");
        assertThat(explanation.getEntry().getCorrects()).isEqualTo(2);
        assertThat(Words.of(explanation.getRelatedList()))
                .containsExactly(
                        "EARN 300 ISSUED→AVAILABLE lot 1 @day 0",
                        "EXPIRE 300 AVAILABLE→EXPIRED lot 1 @day 30",
                        "REINSTATE 300 EXPIRED→ADJUSTED lot 1 @day 50",
                        "REINSTATE 300 ADJUSTED→AVAILABLE lot 2 @day 50");
    }

    @Test
    void itIsRefusedWithAReason() {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.advances(day(50));
        ReinstateUnitsRequest.Builder request = Reinstating.request("alice", "b1", day(30), day(40)).toBuilder();
        assertThat(refusal(request.clone().setMemberId("bob"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(refusal(request.clone().setUnit("gold"))).isEqualTo("NOT_FOUND UNIT_NOT_FOUND");
        assertThat(refusal(request.clone().setExpectedMemberSeq(1))).isEqualTo("ABORTED MEMBER_MOVED");
        assertThat(refusal(request.clone().setExpiresAt(request.getWithin().getBefore())))
                .isEqualTo("FAILED_PRECONDITION EXPIRY_IN_THE_PAST");
        assertThat(refusal(request.clone().setNever(NeverExpires.getDefaultInstance())))
                .isEqualTo("FAILED_PRECONDITION EXPIRY_REQUIRED");
        assertThat(refusal(request.clone().setEntryNumber(1))).isEqualTo("FAILED_PRECONDITION NOTHING_EXPIRED");
        assertThat(shop.ledger.reinstateUnits(request.build()).getAmount()).isEqualTo(300);
    }

    private String refusal(ReinstateUnitsRequest.Builder request) {
        return Reply.refusalOf(() -> shop.ledger.reinstateUnits(request.build()));
    }

    private List<Entry> statement() {
        return shop.ledger
                .listEntries(
                        ListEntriesRequest.newBuilder().setMemberId("alice").build())
                .getEntriesList();
    }

    private List<String> journal(Date on) {
        List<String> lines = new ArrayList<>();
        BooksServiceGrpc.newBlockingStub(shop.channel)
                .streamJournal(
                        StreamJournalRequest.newBuilder().setFrom(on).setTo(on).build())
                .forEachRemaining(part -> part.getDay()
                        .getLinesList()
                        .forEach(line -> lines.add(line.getJournalClass().name().replace("JOURNAL_CLASS_", "") + " "
                                + line.getDebit().name().replace("BOOK_ACCOUNT_", "") + " → "
                                + line.getCredit().name().replace("BOOK_ACCOUNT_", "") + " " + line.getUnits() + " = "
                                + line.getMoney().getAmount())));
        return lines;
    }

    private static Date date(int month, int day) {
        return Date.newBuilder().setYear(2026).setMonth(month).setDay(day).build();
    }
}
