package dev.perennial.domain.ledger.books;

import static dev.perennial.domain.ledger.books.AProgramOfValues.worth;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.program.FairValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalsTest {

    /** 3 points are 1 cent. */
    private final Valuations thirds = new Valuations(worth(new FairValue(3, 1)));

    @Test
    void eachAccountIsDebitedOrCreditedAsItIsMeantTo() {
        Journal journal = Journals.of(
                List.of(
                        flow(1, "base", Account.ISSUED, Account.PENDING, 300),
                        flow(1, "hello", Account.ISSUED, Account.AVAILABLE, 30),
                        flow(1, "base", Account.PENDING, Account.AVAILABLE, 300),
                        flow(2, "base", Account.AVAILABLE, Account.EXPIRED, 60),
                        flow(2, "base", Account.DEBT, Account.ISSUED, 9),
                        flow(3, "base", Account.AVAILABLE, Account.DEBT, 9),
                        flow(3, "", Account.AVAILABLE, Account.ADJUSTED, 3),
                        flow(3, "base", Account.CANCELLED, Account.ISSUED, 3)),
                thirds);

        assertThat(journal.opening()).isEmpty();
        assertThat(journal.periods()).extracting(Journal.Period::number).containsExactly(1, 2, 3);
        assertThat(lines(journal))
                .containsExactly(
                        "ISSUE 300: REVENUE_DEFERRAL → CONTRACT_LIABILITY 100",
                        "ISSUE 30: MARKETING_EXPENSE → CONTRACT_LIABILITY 10",
                        "CLAW_BACK 9: MEMBER_RECEIVABLE → REVENUE_DEFERRAL 3",
                        "EXPIRE 60: CONTRACT_LIABILITY → BREAKAGE_REVENUE 20",
                        "REPAY_DEBT 9: CONTRACT_LIABILITY → MEMBER_RECEIVABLE 3",
                        "ADJUST 3: CONTRACT_LIABILITY → ADJUSTMENTS 1");
        assertThat(journal.closing()).containsExactly(balance(258, 86));
    }

    @Test
    void noCentIsLostHoweverSmallTheStepsAre() {
        List<BookFlow> steps = Stream.iterate(1, i -> i <= 90, i -> i + 1)
                .map(i -> flow(i, "base", Account.ISSUED, Account.AVAILABLE, 1))
                .toList();
        Journal journal = Journals.of(steps, thirds);
        long booked = journal.periods().stream()
                .flatMap(period -> period.lines().stream())
                .mapToLong(line -> line.money().orElseThrow().amount())
                .sum();
        assertThat(booked).isEqualTo(30);
    }

    @Test
    void aDayComesToTheSameWhateverRangeItIsAskedWith() {
        List<BookFlow> all = List.of(
                flow(1, "base", Account.ISSUED, Account.AVAILABLE, 100),
                flow(1, "base", Account.DEBT, Account.ISSUED, 4),
                flow(2, "base", Account.ISSUED, Account.AVAILABLE, 100),
                flow(2, "base", Account.DEBT, Account.ISSUED, 4));
        List<BookFlow> second = all.stream()
                .map(each -> flow(each.period() - 1, each.rule(), each.from(), each.to(), each.amount()))
                .toList();
        assertThat(Journals.of(second, thirds).periods().getFirst().lines())
                .isEqualTo(Journals.of(all, thirds).periods().getLast().lines());
        assertThat(Journals.of(second, thirds).opening()).containsExactly(balance(100, 33));
    }

    private static List<String> lines(Journal journal) {
        return journal.periods().stream()
                .flatMap(period -> period.lines().stream())
                .map(line -> line.booking().postingClass() + " " + line.units() + ": "
                        + line.booking().debit() + " → " + line.booking().credit() + " "
                        + line.money().orElseThrow().amount())
                .toList();
    }

    private static Journal.Balance balance(long units, long cents) {
        return new Journal.Balance(POINTS, 1, units, java.util.Optional.of(new Money("EUR", cents)));
    }

    private static BookFlow flow(int period, String rule, Account from, Account to, long amount) {
        return new BookFlow(period, POINTS, 1, rule, from, to, amount);
    }
}
