package dev.perennial.bootstrap.command.report;

import dev.perennial.contract.ledger.v1.BookAccount;
import dev.perennial.contract.ledger.v1.JournalClass;
import dev.perennial.contract.ledger.v1.JournalLine;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import java.util.List;
import java.util.Locale;

/**
 * The journal as CSV: {@code day,unit,program_version,class,debit,credit,units,money,currency}, one posting a row. Money
 * is in the smallest unit of the currency; both are empty where nobody put a value on the unit.
 */
final class JournalCsv {

    private JournalCsv() {}

    static String of(List<StreamJournalResponse> journal) {
        StringBuilder csv = new StringBuilder("day,unit,program_version,class,debit,credit,units,money,currency\n");
        for (StreamJournalResponse part : journal) {
            for (JournalLine line : part.getDay().getLinesList()) {
                csv.append(Days.text(part.getDay().getDay()))
                        .append(',')
                        .append(row(line))
                        .append('\n');
            }
        }
        return csv.toString();
    }

    private static String row(JournalLine line) {
        return String.join(
                ",",
                line.getUnit(),
                Integer.toString(line.getProgramVersion()),
                word(line.getJournalClass()),
                word(line.getDebit()),
                word(line.getCredit()),
                Long.toString(line.getUnits()),
                line.hasMoney() ? Long.toString(line.getMoney().getAmount()) : "",
                line.getMoney().getCurrency());
    }

    static String word(JournalClass journalClass) {
        return journalClass.name().substring("JOURNAL_CLASS_".length()).toLowerCase(Locale.ROOT);
    }

    static String word(BookAccount account) {
        return account.name().substring("BOOK_ACCOUNT_".length()).toLowerCase(Locale.ROOT);
    }
}
