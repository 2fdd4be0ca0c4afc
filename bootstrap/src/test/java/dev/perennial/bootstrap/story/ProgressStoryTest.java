package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contract.ledger.v1.Account;
import dev.perennial.contract.ledger.v1.Entry;
import dev.perennial.contract.ledger.v1.EntryKind;
import dev.perennial.contract.ledger.v1.ListEntriesRequest;
import dev.perennial.contract.loyalty.v1.ChallengeProgress;
import dev.perennial.contract.loyalty.v1.EntryExplanation;
import dev.perennial.contract.loyalty.v1.ExplainEntryRequest;
import dev.perennial.contract.loyalty.v1.GetProgressRequest;
import dev.perennial.contract.loyalty.v1.Progress;
import dev.perennial.contract.loyalty.v1.PunchCardProgress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cards, challenges and badges over gRPC, and why each entry of a statement exists. */
class ProgressStoryTest {

    private static final Set<Account> MEMBERS = Set.of(Account.ACCOUNT_AVAILABLE, Account.ACCOUNT_PENDING);

    private final Shop shop = Platform.newShop()
            .runs(aProgram(
                            aRule("base").perEuro(1).pendingFor(5).expiringAfter(40),
                            aRule("stamp").fixed(1).in("stamps"))
                    .withACardAndAChallenge())
            .enrols("alice");

    @Test
    void aCardFillsAChallengeIsReachedAndARefundTakesBoth() {
        shop.buys("alice", "o1", euros(10)).at(day(1));
        assertThat(card().getStamps()).isEqualTo(1);
        assertThat(challenge().getStages(0).getMissing()).isEqualTo(1);
        shop.buys("alice", "o2", euros(10)).at(day(2));
        assertThat(card().getStamps()).isZero();
        assertThat(card().getRewarded()).isEqualTo(1);
        assertThat(card().getUnused()).isEqualTo(1);
        assertThat(challenge().getCounter().getValue()).isEqualTo(2);
        assertThat(challenge().getCounter().hasEndsAt()).isTrue();
        assertThat(challenge().getStages(0).getReached()).isEqualTo(1);
        assertThat(challenge().getStages(0).getMissing()).isZero();
        assertThat(progress().getBadgesList())
                .extracting(badge -> badge.getUnit())
                .containsExactly("regular");

        shop.refunds("alice", "o1", "r1", euros(10)).at(day(3));
        assertThat(card().getStamps()).isEqualTo(1);
        assertThat(card().getRewarded()).isZero();
        assertThat(card().getUnused()).isZero();
        assertThat(progress().getBadgesList()).isEmpty();

        // In the next month the challenge begins anew, although nobody has told anything.
        Platform.reach(day(40));
        assertThat(challenge().getCounter().getValue()).isZero();
    }

    @Test
    void everyEntryCanBeRecomputedFromItsExplanation() {
        shop.buys("alice", "o1", euros(80)).at(day(1));
        shop.buys("alice", "o2", euros(50)).at(day(2));
        shop.refunds("alice", "o1", "r1", euros(30)).at(day(3));
        Platform.reach(day(20));
        shop.adjusts("alice", 7, "a1");
        Platform.advanceTo(day(60));

        List<Entry> entries = shop.ledger
                .listEntries(
                        ListEntriesRequest.newBuilder().setMemberId("alice").build())
                .getEntriesList();
        assertThat(entries)
                .extracting(Entry::getKind)
                .contains(
                        EntryKind.ENTRY_KIND_EARN,
                        EntryKind.ENTRY_KIND_ACTIVATE,
                        EntryKind.ENTRY_KIND_EXPIRE,
                        EntryKind.ENTRY_KIND_CLAWBACK,
                        EntryKind.ENTRY_KIND_CONVERT,
                        EntryKind.ENTRY_KIND_ADJUST);
        for (Entry entry : entries) {
            EntryExplanation why = explained(entry);
            assertThat(why.getEntry()).isEqualTo(entry);
            switch (entry.getKind()) {
                case ENTRY_KIND_EARN ->
                    assertThat(issued(why)).isEqualTo(why.getOutcome().getCredited());
                case ENTRY_KIND_CLAWBACK -> {
                    assertThat(issued(why)).isEqualTo(why.getOutcome().getCredited());
                    assertThat(why.getActivity().getActivity().getPurchase().getOrderId())
                            .isEqualTo("o1");
                    assertThat(why.getMovedBy().getActivity().getRefund().getOrderId())
                            .isEqualTo("o1");
                }
                case ENTRY_KIND_ACTIVATE, ENTRY_KIND_EXPIRE -> {
                    assertThat(left(why)).isEqualTo(entry.getAmount());
                    assertThat(why.getActivity().getActivity().hasPurchase()).isTrue();
                    assertThat(why.getLot().hasExpiresAt()).isTrue();
                }
                case ENTRY_KIND_CONVERT -> {
                    assertThat(why.getCard().getId()).isEqualTo("coffee");
                    assertThat(entry.getAmount())
                            .isIn(why.getCard().getRewardUnits(), 1L); // its stamps are lots of one each
                }
                case ENTRY_KIND_ADJUST -> assertThat(why.getEntry().getReason()).isEqualTo("a correction");
                default -> assertThat(why.getRelatedList()).isNotEmpty();
            }
        }
    }

    /** What the entries of a fact and rule come to. */
    private static long issued(EntryExplanation why) {
        long sum = 0;
        for (Entry entry : why.getRelatedList()) {
            sum += entry.getFrom() == Account.ACCOUNT_ISSUED ? entry.getAmount() : 0;
            sum -= entry.getTo() == Account.ACCOUNT_ISSUED ? entry.getAmount() : 0;
        }
        return sum;
    }

    /** What the entries before it had left of its lot. */
    private static long left(EntryExplanation why) {
        long left = 0;
        for (Entry entry : why.getRelatedList()) {
            if (entry.getNumber() < why.getEntry().getNumber()) {
                left += MEMBERS.contains(entry.getTo()) ? entry.getAmount() : 0;
                left -= MEMBERS.contains(entry.getFrom()) ? entry.getAmount() : 0;
            }
        }
        return left;
    }

    private EntryExplanation explained(Entry entry) {
        return shop.loyalty
                .explainEntry(ExplainEntryRequest.newBuilder()
                        .setMemberId("alice")
                        .setEntryNumber(entry.getNumber())
                        .build())
                .getExplanation();
    }

    private Progress progress() {
        return shop.loyalty
                .getProgress(
                        GetProgressRequest.newBuilder().setMemberId("alice").build())
                .getProgress();
    }

    private PunchCardProgress card() {
        return progress().getPunchCards(0);
    }

    private ChallengeProgress challenge() {
        return progress().getChallenges(0);
    }
}
