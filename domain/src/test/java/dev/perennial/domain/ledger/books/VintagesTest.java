package dev.perennial.domain.ledger.books;

import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.insight.BreakageEstimate.Estimated;
import dev.perennial.domain.insight.BreakageEstimate.Missing;
import dev.perennial.domain.insight.BreakageEstimate.NotEnoughHistory;
import dev.perennial.domain.ledger.Account;
import dev.perennial.domain.ledger.books.Vintages.Vintage;
import java.util.List;
import org.junit.jupiter.api.Test;

class VintagesTest {

    /** Units of months 1 to 3; a fifth of each runs out when it is two months old. */
    private static final List<VintageFlow> FLOWS = List.of(
            issue(1, 100),
            out(1, 1, Account.PENDING, Account.CANCELLED, 10),
            out(1, 2, Account.CANCELLED, Account.PENDING, 4),
            out(1, 2, Account.AVAILABLE, Account.CONVERTED, 64),
            out(1, 3, Account.AVAILABLE, Account.EXPIRED, 20),
            out(1, 4, Account.EXPIRED, Account.AVAILABLE, 5),
            out(1, 4, Account.AVAILABLE, Account.ISSUED, 5),
            out(1, 4, Account.AVAILABLE, Account.ADJUSTED, 10),
            issue(2, 50),
            out(2, 2, Account.PENDING, Account.AVAILABLE, 50),
            out(2, 4, Account.AVAILABLE, Account.EXPIRED, 10),
            out(2, 4, Account.AVAILABLE, Account.DEBT, 7),
            issue(3, 40));

    @Test
    void whatWasIssuedIsWhatBecameOfIt() {
        assertThat(Vintages.of(FLOWS, 4))
                .containsExactly(
                        new Vintage(100, 64, 15, 6, 5, 10, 0),
                        new Vintage(50, 0, 10, 0, 0, 7, 33),
                        new Vintage(40, 0, 0, 0, 0, 0, 40),
                        new Vintage(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatRanOutAndWasGivenBackIsNoBreakage() {
        List<VintageFlow> flows = List.of(
                issue(1, 100),
                out(1, 2, Account.AVAILABLE, Account.EXPIRED, 100),
                out(1, 3, Account.EXPIRED, Account.ADJUSTED, 60),
                new VintageFlow(POINTS, 3, 3, true, Account.ADJUSTED, Account.AVAILABLE, 60));
        assertThat(Vintages.of(flows, 3))
                .containsExactly(
                        new Vintage(100, 0, 40, 0, 0, 60, 0),
                        new Vintage(0, 0, 0, 0, 0, 0, 0),
                        new Vintage(60, 0, 0, 0, 0, 0, 60));
    }

    @Test
    void theEstimateLooksAtMonthsThatAreOver() {
        assertThat(Vintages.estimate(FLOWS, 3)).isInstanceOf(NotEnoughHistory.class);
        Estimated estimate = (Estimated) Vintages.estimate(FLOWS, 4);
        assertThat(estimate.vintages()).isEqualTo(3);
        assertThat(estimate.ultimate().getFirst()).isEqualTo(15);
        assertThat(Vintages.estimate(FLOWS, 2)).isEqualTo(new NotEnoughHistory(2, Missing.VINTAGES));
    }

    private static VintageFlow issue(int month, long amount) {
        return new VintageFlow(POINTS, month, month, true, Account.ISSUED, Account.PENDING, amount);
    }

    private static VintageFlow out(int issued, int moved, Account from, Account to, long amount) {
        return new VintageFlow(POINTS, issued, moved, false, from, to, amount);
    }
}
