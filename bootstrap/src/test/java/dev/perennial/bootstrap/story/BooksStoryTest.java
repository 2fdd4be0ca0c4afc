package dev.perennial.bootstrap.story;

import static dev.perennial.bootstrap.story.AProgram.aProgram;
import static dev.perennial.bootstrap.story.ARule.aRule;
import static dev.perennial.bootstrap.story.Days.day;
import static dev.perennial.bootstrap.story.Days.euros;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.type.Date;
import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc.BooksServiceBlockingStub;
import dev.perennial.contract.ledger.v1.BreakageMissing;
import dev.perennial.contract.ledger.v1.BreakageVintage;
import dev.perennial.contract.ledger.v1.GetBalanceAtRequest;
import dev.perennial.contract.ledger.v1.GetBreakageRequest;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.GetLiabilityResponse;
import dev.perennial.contract.ledger.v1.JournalBalance;
import dev.perennial.contract.ledger.v1.MoneyAmount;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import dev.perennial.contract.ledger.v1.UnitBalance;
import dev.perennial.contract.ledger.v1.UnitBreakage;
import dev.perennial.contract.ledger.v1.UnitLiability;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.OpeningLot;
import dev.perennial.persistence.audit.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Three points on each euro, good for 90 days, and 30 for a visit, good for ever; three points are worth a cent. What
 * alice and bob are owed at three times, what was known of it when, and the journal of 101 days.
 */
class BooksStoryTest {

    private static final AProgram THIRDS = aProgram(
                    aRule("base").perEuro(3).expiringAfter(90),
                    aRule("hello").about(ActivityType.ACTIVITY_TYPE_VISIT).fixed(30))
            .withPointsWorth(3, 1);

    private final Shop shop = Platform.newSandbox().runs(THIRDS).enrols("alice").enrols("bob");
    private final BooksServiceBlockingStub books = BooksServiceGrpc.newBlockingStub(shop.channel);

    @Test
    void whatIsOwedAtThreeTimesAndAsKnownThen() {
        live();

        assertThat(owed(at(day(9)))).isEqualTo("483 points, 161 cents");
        assertThat(owed(at(day(20)))).isEqualTo("370 points, 123 cents");
        assertThat(owed(knownAt(day(19)).setAsOf(time(day(20)))))
                .as("before the refund and the purchase that was told late")
                .isEqualTo("490 points, 163 cents");
        assertThat(owed(at(day(92)))).as("what ran out on day 90 is gone").isEqualTo("67 points, 22 cents");
        assertThat(owed(GetLiabilityRequest.newBuilder())).isEqualTo("37 points, 12 cents");

        UnitLiability points = liability(at(day(20))).getUnits(0);
        assertThat(points.getVersionsList())
                .extracting(version -> version.getProgramVersion() + ": "
                        + version.getExpiriesList().stream()
                                .map(expiry -> (expiry.hasMonth()
                                                ? "month " + expiry.getMonth().getMonth()
                                                : "never")
                                        + " " + expiry.getOwed().getTotal() + " = "
                                        + expiry.getWorth().getAmount())
                                .toList())
                .containsExactly("0: [never 7 = 2]", "1: [month 4 333 = 111, never 30 = 10]");
        assertThat(points.getOverdue()).isZero();
        assertThat(liability(at(day(20))).getTimeZone()).isEqualTo("Europe/Berlin");
        assertThat(Books.audit()).allMatch(Finding::clean);
    }

    @Test
    void whatAMemberHadAtATimeAndAsKnownThen() {
        live();

        assertThat(bobHad(day(9), day(100))).isEqualTo(153);
        assertThat(bobHad(day(15), day(100))).isEqualTo(160);
        assertThat(bobHad(day(20), day(19))).isEqualTo(160);
        assertThat(bobHad(day(20), day(100))).isEqualTo(190);
        assertThat(bobHad(day(92), day(100))).isEqualTo(37);
        assertThat(bobHad(day(100), day(100))).isEqualTo(7);
    }

    @Test
    void whatMembersBroughtIsOwedAndBookedAsOpened() {
        ImportedMember carol = ImportedMember.newBuilder()
                .setRow(1)
                .setMemberId("carol")
                .setEnrolledAt(time(day(-900)))
                .addLots(OpeningLot.newBuilder().setUnit("points").setAmount(60).setExpiresAt(time(day(10))))
                .build();
        assertThat(Migration.sends(shop, true, List.of(carol))
                        .getFirst()
                        .getProgress()
                        .getTaken())
                .isOne();

        Migration.sends(shop, false, List.of(carol));
        assertThat(owed(GetLiabilityRequest.newBuilder())).isEqualTo("60 points, 20 cents");
        shop.advances(day(11));
        assertThat(lines(journal(date(2026, 1, 5), date(2026, 1, 16))))
                .containsExactly(
                        "1-5 v1 OPEN OPENING_BALANCES → CONTRACT_LIABILITY 60 = 20",
                        "1-15 v1 EXPIRE CONTRACT_LIABILITY → BREAKAGE_REVENUE 60 = 20");
    }

    @Test
    void theJournalLeadsFromOneLiabilityToTheOther() {
        live();
        shop.refunds("bob", "o2", "r2", euros(51)).on(day(100)).told();

        List<StreamJournalResponse> journal = journal(date(2026, 1, 5), date(2026, 4, 15));
        assertThat(journal.getFirst().getOpening().getBalancesList()).isEmpty();
        assertThat(lines(journal))
                .containsExactly(
                        "1-5 v1 ISSUE REVENUE_DEFERRAL → CONTRACT_LIABILITY 453 = 151",
                        "1-5 v1 ISSUE MARKETING_EXPENSE → CONTRACT_LIABILITY 30 = 10",
                        "1-15 v0 ADJUST ADJUSTMENTS → CONTRACT_LIABILITY 7 = 2",
                        "1-25 v1 ISSUE REVENUE_DEFERRAL → CONTRACT_LIABILITY 30 = 10",
                        "1-25 v1 CLAW_BACK CONTRACT_LIABILITY → REVENUE_DEFERRAL 150 = 50",
                        "4-5 v1 EXPIRE CONTRACT_LIABILITY → BREAKAGE_REVENUE 303 = 101",
                        "4-10 v1 EXPIRE CONTRACT_LIABILITY → BREAKAGE_REVENUE 30 = 10",
                        "4-15 v1 CLAW_BACK CONTRACT_LIABILITY → REVENUE_DEFERRAL 153 = 51",
                        "4-15 v1 REVERSE_EXPIRY BREAKAGE_REVENUE → CONTRACT_LIABILITY 153 = 51");
        assertThat(journal.getLast().getClosing().getBalancesList())
                .containsExactly(balance(0, 7, 2), balance(1, 30, 10));
        assertThat(journal.getLast().getClosing().getIncomplete()).isTrue();
        assertThat(owed(GetLiabilityRequest.newBuilder())).isEqualTo("37 points, 12 cents");

        List<StreamJournalResponse> april = journal(date(2026, 4, 1), date(2026, 4, 9));
        assertThat(april.getFirst().getOpening().getBalancesList())
                .containsExactly(balance(0, 7, 2), balance(1, 363, 121));
        assertThat(lines(april)).containsExactly("4-5 v1 EXPIRE CONTRACT_LIABILITY → BREAKAGE_REVENUE 303 = 101");
        assertThat(april.getLast().getClosing().getIncomplete()).isFalse();
    }

    @Test
    void whatRanOutOfAMonthsPoints() {
        live();

        UnitBreakage points = books.getBreakage(GetBreakageRequest.newBuilder()
                        .setFrom(date(2026, 1, 0))
                        .setTo(date(2026, 4, 0))
                        .build())
                .getUnits(0);
        assertThat(points.getVintagesList()).hasSize(4);
        assertThat(points.getVintages(3).getIncomplete()).isTrue();
        assertThat(points.getVintages(0))
                .isEqualTo(BreakageVintage.newBuilder()
                        .setMonth(date(2026, 1, 1))
                        .setIssued(520)
                        .setExpired(333)
                        .setTakenBack(150)
                        .setOpen(37)
                        .setBreakage(333 / 520.0)
                        .build());
        assertThat(points.getEstimate().getVintages()).isEqualTo(1);
        assertThat(points.getEstimate().getMissing()).isEqualTo(BreakageMissing.BREAKAGE_MISSING_VINTAGES);
        assertThat(points.getEstimate().hasUltimateBreakage()).isFalse();
    }

    /** On day 20 half of alice's order comes back, and a purchase of bob's on day 5 is told. */
    private void live() {
        shop.buys("alice", "o1", euros(100)).on(day(0)).told();
        shop.buys("bob", "o2", euros(51)).on(day(0)).told();
        shop.visits("alice", "v1").on(day(0)).told();
        shop.advances(day(10));
        shop.adjusts("bob", 7, "sorry");
        shop.advances(day(20));
        shop.refunds("alice", "o1", "r1", euros(50)).on(day(20)).told();
        shop.buys("bob", "o3", euros(10)).on(day(5)).told();
        shop.advances(day(100));
    }

    private static GetLiabilityRequest.Builder at(Instant moment) {
        return GetLiabilityRequest.newBuilder().setAsOf(time(moment));
    }

    private static GetLiabilityRequest.Builder knownAt(Instant moment) {
        return GetLiabilityRequest.newBuilder().setAsKnownAt(time(moment));
    }

    private GetLiabilityResponse liability(GetLiabilityRequest.Builder request) {
        return books.getLiability(request.build());
    }

    private String owed(GetLiabilityRequest.Builder request) {
        GetLiabilityResponse reply = liability(request);
        return reply.getUnits(0).getOwed().getTotal() + " points, "
                + reply.getWorth(0).getAmount() + " cents";
    }

    private long bobHad(Instant asOf, Instant knownAt) {
        return books
                .getBalanceAt(GetBalanceAtRequest.newBuilder()
                        .setMemberId("bob")
                        .setAsOf(time(asOf))
                        .setAsKnownAt(time(knownAt))
                        .build())
                .getBalancesList()
                .stream()
                .mapToLong(UnitBalance::getAvailable)
                .sum();
    }

    private List<StreamJournalResponse> journal(Date from, Date to) {
        List<StreamJournalResponse> parts = new ArrayList<>();
        books.streamJournal(StreamJournalRequest.newBuilder()
                        .setFrom(from)
                        .setTo(to)
                        .build())
                .forEachRemaining(parts::add);
        return parts;
    }

    private static List<String> lines(List<StreamJournalResponse> journal) {
        return journal.stream()
                .map(StreamJournalResponse::getDay)
                .flatMap(day -> day.getLinesList().stream()
                        .map(line -> "%d-%d v%d %s %s → %s %d = %d"
                                .formatted(
                                        day.getDay().getMonth(),
                                        day.getDay().getDay(),
                                        line.getProgramVersion(),
                                        line.getJournalClass().name().substring("JOURNAL_CLASS_".length()),
                                        line.getDebit().name().substring("BOOK_ACCOUNT_".length()),
                                        line.getCredit().name().substring("BOOK_ACCOUNT_".length()),
                                        line.getUnits(),
                                        line.getMoney().getAmount())))
                .toList();
    }

    private static JournalBalance balance(int version, long units, long cents) {
        return JournalBalance.newBuilder()
                .setUnit("points")
                .setProgramVersion(version)
                .setUnits(units)
                .setWorth(MoneyAmount.newBuilder().setCurrency("EUR").setAmount(cents))
                .build();
    }

    private static Timestamp time(Instant moment) {
        return Timestamps.fromMillis(moment.toEpochMilli());
    }

    private static Date date(int year, int month, int day) {
        return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }
}
