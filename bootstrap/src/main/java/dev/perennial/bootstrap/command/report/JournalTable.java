package dev.perennial.bootstrap.command.report;

import dev.perennial.bootstrap.command.client.Terminal;
import dev.perennial.contract.ledger.v1.JournalBalances;
import dev.perennial.contract.ledger.v1.JournalLine;
import dev.perennial.contract.ledger.v1.MoneyAmount;
import dev.perennial.contract.ledger.v1.StreamJournalResponse;
import java.util.List;

/** The journal for people: what the liability stood at, what was booked, and what it stands at. */
public final class JournalTable {

    private final Terminal terminal;

    public JournalTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The balances before, a row for each posting, and the balances after. */
    public void print(List<StreamJournalResponse> journal) {
        for (StreamJournalResponse part : journal) {
            switch (part.getPartCase()) {
                case OPENING -> balances("before", part.getOpening());
                case DAY ->
                    part.getDay()
                            .getLinesList()
                            .forEach(
                                    line -> terminal.say(Days.text(part.getDay().getDay()) + "  " + row(line)));
                case CLOSING -> balances("after", part.getClosing());
                case PART_NOT_SET -> {
                    // a newer server may send what this command does not know
                }
            }
        }
    }

    private void balances(String when, JournalBalances balances) {
        terminal.say(terminal.bold("contract_liability " + when)
                + (balances.getIncomplete() ? terminal.dim("  the last day is not over: do not post it") : ""));
        balances.getBalancesList()
                .forEach(balance -> terminal.say("  %-12s v%-4d %14d  %s"
                        .formatted(
                                balance.getUnit(),
                                balance.getProgramVersion(),
                                balance.getUnits(),
                                money(balance.hasWorth(), balance.getWorth()))));
    }

    private static String row(JournalLine line) {
        return "%-12s v%-4d %-14s %-19s → %-19s %12d  %s"
                .formatted(
                        line.getUnit(),
                        line.getProgramVersion(),
                        JournalCsv.word(line.getJournalClass()),
                        JournalCsv.word(line.getDebit()),
                        JournalCsv.word(line.getCredit()),
                        line.getUnits(),
                        money(line.hasMoney(), line.getMoney()));
    }

    private static String money(boolean valued, MoneyAmount money) {
        return valued ? money.getAmount() + " " + money.getCurrency() : "";
    }
}
