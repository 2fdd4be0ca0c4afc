package dev.perennial.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import com.google.type.Date;
import dev.perennial.contract.ledger.v1.BookAccount;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc;
import dev.perennial.contract.ledger.v1.BooksServiceGrpc.BooksServiceBlockingStub;
import dev.perennial.contract.ledger.v1.GetLiabilityRequest;
import dev.perennial.contract.ledger.v1.JournalBalances;
import dev.perennial.contract.ledger.v1.JournalLine;
import dev.perennial.contract.ledger.v1.StreamJournalRequest;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop's journal of the last half year, as an accountant checks it. */
final class Postings {

    private static final int DAYS = 180;

    private final Shop shop;
    private final BooksServiceBlockingStub books;

    private Postings(Shop shop) {
        this.shop = shop;
        this.books = BooksServiceGrpc.newBlockingStub(shop.channel);
    }

    /** The lines lead from the opening balances to the closing ones, which are what is open of the lots. */
    static void leadToWhatIsOpen(Shop shop) {
        new Postings(shop).check();
    }

    private void check() {
        List<StreamJournalResponse> journal = journal(Platform.CLOCK.instant());
        Map<String, Long> moved = new TreeMap<>();
        add(moved, journal.getFirst().getOpening());
        journal.forEach(part -> part.getDay().getLinesList().forEach(line -> add(moved, line)));
        moved.values().removeIf(amount -> amount == 0);
        Map<String, Long> closing = new TreeMap<>();
        add(closing, journal.getLast().getClosing());
        closing.values().removeIf(amount -> amount == 0);
        assertThat(moved).isEqualTo(closing);
        closing.keySet().removeIf(key -> key.endsWith("money"));
        assertThat(closing).isEqualTo(open());
        assertThat(owed()).isEqualTo(open());
    }

    /** With today, which begins earlier or later than in UTC. */
    private List<StreamJournalResponse> journal(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        for (LocalDate last = today; ; last = last.minusDays(1)) {
            try {
                List<StreamJournalResponse> parts = new ArrayList<>();
                books.streamJournal(StreamJournalRequest.newBuilder()
                                .setFrom(date(last.minusDays(DAYS)))
                                .setTo(date(last))
                                .build())
                        .forEachRemaining(parts::add);
                assertThat(Timestamps.toMillis(parts.getLast().getClosing().getBefore()))
                        .isGreaterThan(now.toEpochMilli());
                return parts;
            } catch (StatusRuntimeException future) {
                assertThat(last).isAfter(today.minusDays(3));
            }
        }
    }

    private static void add(Map<String, Long> sums, JournalBalances balances) {
        balances.getBalancesList().forEach(balance -> {
            String lots = balance.getUnit() + " " + balance.getProgramVersion();
            sums.merge(lots, balance.getUnits(), Long::sum);
            sums.merge(lots + " money", balance.getWorth().getAmount(), Long::sum);
        });
    }

    private static void add(Map<String, Long> sums, JournalLine line) {
        assertThat(line.getDebit()).isNotEqualTo(line.getCredit());
        int sign = line.getCredit() == BookAccount.BOOK_ACCOUNT_CONTRACT_LIABILITY
                ? 1
                : line.getDebit() == BookAccount.BOOK_ACCOUNT_CONTRACT_LIABILITY ? -1 : 0;
        String lots = line.getUnit() + " " + line.getProgramVersion();
        sums.merge(lots, sign * line.getUnits(), Long::sum);
        sums.merge(lots + " money", sign * line.getMoney().getAmount(), Long::sum);
    }

    private Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        Rows.query("""
            select l.unit, l.program_version, sum(l.remaining)
            from lot l join tenant t on t.tenant_id = l.tenant_id
            where t.name = ? and l.closed = 0
            group by l.unit, l.program_version
            """, row -> Map.entry(row.getString(1) + " " + row.getInt(2), row.getLong(3)), shop.name)
                .forEach(each -> open.put(each.getKey(), each.getValue()));
        return open;
    }

    private Map<String, Long> owed() {
        Map<String, Long> owed = new TreeMap<>();
        books.getLiability(GetLiabilityRequest.getDefaultInstance())
                .getUnitsList()
                .forEach(unit -> unit.getVersionsList()
                        .forEach(version -> owed.put(
                                unit.getUnit() + " " + version.getProgramVersion(),
                                version.getOwed().getTotal() + version.getOverdue())));
        return owed;
    }

    private static Date date(LocalDate day) {
        return Date.newBuilder()
                .setYear(day.getYear())
                .setMonth(day.getMonthValue())
                .setDay(day.getDayOfMonth())
                .build();
    }
}
