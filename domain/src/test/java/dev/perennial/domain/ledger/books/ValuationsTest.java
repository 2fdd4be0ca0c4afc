package dev.perennial.domain.ledger.books;

import static dev.perennial.domain.ledger.books.AProgramOfValues.worth;
import static dev.perennial.domain.testing.Programs.POINTS;
import static dev.perennial.domain.testing.Programs.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.program.FairValue;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import org.junit.jupiter.api.Test;

class ValuationsTest {

    private static final FairValue CENT = new FairValue(1, 1);
    private static final FairValue HALF = new FairValue(2, 1);

    @Test
    void unitsKeepTheValueOfTheirVersion() {
        Valuations valuations = new Valuations(worth(CENT, null, HALF));
        assertThat(valuations.of(POINTS, 1)).contains(new Valuation(CENT, "EUR"));
        assertThat(valuations.of(POINTS, 2)).as("the latest before").contains(new Valuation(CENT, "EUR"));
        assertThat(valuations.of(POINTS, 3)).contains(new Valuation(HALF, "EUR"));
        assertThat(valuations.of(POINTS, 0)).as("by hand").contains(new Valuation(CENT, "EUR"));
    }

    @Test
    void whoeverAddsAValueHasAllValued() {
        assertThat(new Valuations(worth(null, null, HALF)).of(POINTS, 1)).contains(new Valuation(HALF, "EUR"));
        assertThat(new Valuations(worth(null, null)).of(POINTS, 1)).isEmpty();
        assertThat(new Valuations(worth(CENT)).of(new UnitId("none"), 1)).isEmpty();
    }

    @Test
    void levelsAreNotOwed() {
        Valuations valuations = new Valuations(worth(CENT));
        assertThat(valuations.spendable()).containsExactly(POINTS);
        assertThat(valuations.notOwed()).extracting(UnitDefinition::id).containsExactly(STATUS.value());
        assertThat(valuations.has(STATUS)).isTrue();
        assertThat(valuations.has(new UnitId("none"))).isFalse();
        assertThat(valuations.name(POINTS)).isEqualTo("Points");
    }

    @Test
    void whatIsGrantedForPurchasesIsOfASale() {
        Valuations valuations = new Valuations(worth(CENT));
        assertThat(valuations.isForSales("base")).isTrue();
        assertThat(valuations.isForSales("hello")).isFalse();
        assertThat(valuations.isForSales("a challenge")).isFalse();
    }
}
