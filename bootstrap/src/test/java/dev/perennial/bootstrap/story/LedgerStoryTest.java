package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.AdjustUnitsResponse;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.ledger.v1.ListEntriesResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a member owns is corrected by hand, and told page by page. */
class LedgerStoryTest {

    private final Shop shop =
            Platform.newShop().runs(aProgram(aRule("base").perEuro(1))).enrols("alice");

    @Test
    void aCorrectionGivesAndTakes() {
        AdjustUnitsResponse given = shop.adjusts("alice", 100, "a1");
        assertThat(Words.of(given.getEntriesList())).containsExactly("ADJUST 100 ADJUSTED→AVAILABLE lot 1 @day 0");
        AdjustUnitsResponse taken = shop.adjusts("alice", -30, "a2");
        assertThat(Words.of(taken.getEntriesList())).containsExactly("ADJUST 30 AVAILABLE→ADJUSTED lot 1 @day 0");
        assertThat(shop.points("alice")).isEqualTo(new Points(70, 0, 0));
        assertThat(Rows.events(shop, "alice"))
                .containsExactly(
                        "enrolled",
                        "ADJUST 100 ADJUSTED→AVAILABLE lot 1 @day 0",
                        "ADJUST 30 AVAILABLE→ADJUSTED lot 1 @day 0");
    }

    @Test
    void aRefusedCorrectionLeavesNothingAndItsKeyMaySucceedLater() {
        shop.adjusts("alice", 100, "a1");
        List<Long> before = sizes();
        assertThat(Reply.refusalOf(() -> shop.adjusts("alice", -150, "a2")))
                .isEqualTo("FAILED_PRECONDITION INSUFFICIENT_UNITS");
        assertThat(sizes()).isEqualTo(before);
        assertThat(shop.points("alice")).isEqualTo(new Points(100, 0, 0));

        shop.adjusts("alice", 60, "a3");
        Reply<AdjustUnitsResponse> later = reply(-150, "a2");
        assertThat(later.replayed()).isFalse();
        assertThat(shop.points("alice")).isEqualTo(new Points(10, 0, 0));
        Reply<AdjustUnitsResponse> again = reply(-150, "a2");
        assertThat(again.replayed()).isTrue();
        assertThat(again.bytes()).isEqualTo(later.bytes());
        assertThat(Reply.refusalOf(() -> shop.adjusts("alice", -151, "a2")))
                .isEqualTo("FAILED_PRECONDITION KEY_REUSED");
        assertThat(shop.points("alice")).isEqualTo(new Points(10, 0, 0));
    }

    @Test
    void onlyWhatIsKnownCanBeCorrected() {
        assertThat(Reply.refusalOf(() -> shop.adjusts("bob", 1, "a1"))).isEqualTo("NOT_FOUND MEMBER_NOT_FOUND");
        assertThat(Reply.refusalOf(() -> shop.ledger.adjustUnits(shop.adjustment("alice", 1, "a1").toBuilder()
                        .setUnit("gold")
                        .build())))
                .isEqualTo("NOT_FOUND UNIT_NOT_FOUND");
    }

    @Test
    void aStatementIsReadPageByPageTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            shop.adjusts("alice", i, "a" + i);
        }
        List<Long> numbers = new ArrayList<>();
        String token = "";
        do {
            ListEntriesResponse page = page(token);
            page.getEntriesList().stream().map(Entry::getNumber).forEach(numbers::add);
            if (numbers.size() == 2) {
                shop.adjusts("alice", 1, "meanwhile"); // a page is not moved by what happens meanwhile
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        assertThat(numbers).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    private ListEntriesResponse page(String token) {
        return shop.ledger.listEntries(ListEntriesRequest.newBuilder()
                .setMemberId("alice")
                .setPageSize(2)
                .setPageToken(token)
                .build());
    }

    private Reply<AdjustUnitsResponse> reply(long amount, String requestId) {
        return Reply.of(shop.ledger, stub -> stub.adjustUnits(shop.adjustment("alice", amount, requestId)));
    }

    private List<Long> sizes() {
        return List.of(
                Rows.count(shop, "request_key"),
                Rows.count(shop, "command"),
                Rows.count(shop, "entry"),
                Rows.count(shop, "lot"),
                Rows.count(shop, "outbox"));
    }
}
