package dev.perennial.grpc.ledger;

import dev.perennial.application.ledger.books.RevenueJournal.ByDay;
import dev.perennial.contract.ledger.v1.JournalBalance;
import dev.perennial.contract.ledger.v1.JournalBalances;
import dev.perennial.contract.ledger.v1.JournalDay;
import dev.perennial.contract.ledger.v1.JournalLine;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import dev.perennial.domain.ledger.books.Journal;
import dev.perennial.grpc.shared.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The journal, part by part, for the reply. */
final class JournalTranslator {

    private JournalTranslator() {}

    static Stream<StreamJournalResponse> toProto(ByDay journal) {
        StreamJournalResponse opening = StreamJournalResponse.newBuilder()
                .setOpening(balances(journal.journal().opening(), journal.start(), journal))
                .build();
        StreamJournalResponse closing = StreamJournalResponse.newBuilder()
                .setClosing(balances(journal.journal().closing(), journal.end(), journal))
                .build();
        Stream<StreamJournalResponse> days = journal.journal().periods().stream()
                .map(period -> StreamJournalResponse.newBuilder()
                        .setDay(day(period, journal))
                        .build());
        return Stream.of(Stream.of(opening), days, Stream.of(closing)).flatMap(parts -> parts);
    }

    private static JournalBalances balances(List<Journal.Balance> balances, Instant before, ByDay journal) {
        return JournalBalances.newBuilder()
                .addAllBalances(
                        balances.stream().map(JournalTranslator::balance).toList())
                .setBefore(Times.toProto(before))
                .setIncomplete(before.equals(journal.end()) && !journal.complete())
                .setAsKnownAt(Times.toProto(journal.knownAt()))
                .build();
    }

    private static JournalBalance balance(Journal.Balance balance) {
        JournalBalance.Builder proto = JournalBalance.newBuilder()
                .setUnit(balance.unit().value())
                .setProgramVersion(balance.programVersion())
                .setUnits(balance.units());
        balance.worth().ifPresent(worth -> proto.setWorth(BookWords.toProto(worth)));
        return proto.build();
    }

    private static JournalDay day(Journal.Period period, ByDay journal) {
        return JournalDay.newBuilder()
                .setDay(Times.toProto(journal.day(period)))
                .addAllLines(
                        period.lines().stream().map(JournalTranslator::line).toList())
                .build();
    }

    private static JournalLine line(Journal.Line line) {
        JournalLine.Builder proto = JournalLine.newBuilder()
                .setUnit(line.unit().value())
                .setProgramVersion(line.programVersion())
                .setJournalClass(BookWords.toProto(line.booking().postingClass()))
                .setDebit(BookWords.toProto(line.booking().debit()))
                .setCredit(BookWords.toProto(line.booking().credit()))
                .setUnits(line.units());
        line.money().ifPresent(money -> proto.setMoney(BookWords.toProto(money)));
        return proto.build();
    }
}
