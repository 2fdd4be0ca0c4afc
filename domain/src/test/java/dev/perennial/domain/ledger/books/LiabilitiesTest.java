package dev.perennial.domain.ledger.books;

import static dev.perennial.domain.ledger.books.AProgramOfValues.worth;
import static dev.perennial.domain.testing.Moments.at;
import static dev.perennial.domain.testing.Programs.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.FairValue;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiabilitiesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Liabilities liabilities = new Liabilities(
            new Valuations(worth(new FairValue(10, 1), new FairValue(1, 1))),
            moment -> YearMonth.from(moment.atZone(BERLIN)));

    @Test
    void moneyIsRoundedOnceAVersionAndMonthsAddUpToIt() {
        Liability liability = liabilities.of(List.of(
                lots(1, "2026-01-31T22:45:00Z", false, 14), // still January in Berlin
                lots(1, "2026-01-31T23:00:00Z", false, 14), // February
                lots(1, "2026-02-10T00:00:00Z", false, 1),
                lots(1, null, true, 6),
                lots(1, null, false, 0),
                lots(2, null, false, 5)));

        Liability.OfUnit points = liability.units().getFirst();
        assertThat(points.owed().total()).isEqualTo(40);
        assertThat(points.worth()).as("35 at a tenth are 4, and 5").containsExactly(new Money("EUR", 9));
        assertThat(liability.worth()).containsExactly(new Money("EUR", 9));
        assertThat(points.versions().getFirst().expiries())
                .extracting(
                        Liability.OfExpiry::month,
                        Liability.OfExpiry::sliding,
                        each -> each.owed().total(),
                        each -> each.worth().orElseThrow().amount())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(YearMonth.of(2026, 1), false, 14L, 1L),
                        org.assertj.core.groups.Tuple.tuple(YearMonth.of(2026, 2), false, 15L, 2L),
                        org.assertj.core.groups.Tuple.tuple(null, true, 6L, 1L));
        assertThat(points.versions().getLast().expiries().getFirst().sliding()).isFalse();
    }

    @Test
    void whatHasRunOutIsNotOwedButWhatIsHeldIs() {
        LotBalance overdue = new LotBalance(POINTS, 1, false, at("2026-01-01T00:00:00Z"), true, new Owed(10, 5, 20), 0);
        Liability.OfUnit points = liabilities.of(List.of(overdue)).units().getFirst();
        assertThat(points.owed()).isEqualTo(new Owed(0, 0, 20));
        assertThat(points.overdue()).isEqualTo(15);
    }

    @Test
    void debtIsNoNegativeLiability() {
        LotBalance debt = new LotBalance(POINTS, 1, false, null, false, Owed.NOTHING, 30);
        Liability liability = liabilities.of(List.of(debt));
        assertThat(liability.units().getFirst().debt()).isEqualTo(30);
        assertThat(liability.units().getFirst().owed()).isEqualTo(Owed.NOTHING);
        assertThat(liability.worth()).isEmpty();
    }

    @Test
    void withoutAValueThereAreUnitsAndNoMoney() {
        Liability liability = new Liabilities(
                        new Valuations(worth(new FairValue[] {null})), moment -> YearMonth.of(1, 1))
                .of(List.of(lots(1, null, false, 5)));
        assertThat(liability.worth()).isEmpty();
        assertThat(liability.units().getFirst().versions().getFirst().worth()).isEqualTo(Optional.empty());
    }

    private static LotBalance lots(int version, @Nullable String lastUsedIn, boolean sliding, long available) {
        Instant quarter = lastUsedIn == null ? null : at(lastUsedIn);
        return new LotBalance(POINTS, version, sliding, quarter, false, new Owed(available, 0, 0), 0);
    }
}
