package dev.perennial.domain.ledger.books;

import dev.perennial.domain.shared.UnitId;
import java.util.List;
import java.util.Optional;

/**
 * What was booked in some periods. Of each unit and version the liability at the end is that at the beginning and the
 * lines in between, to the last unit and the last cent.
 *
 * @param periods those in which anything was booked, in order
 */
public record Journal(List<Balance> opening, List<Period> periods, List<Balance> closing) {

    public Journal {
        opening = List.copyOf(opening);
        periods = List.copyOf(periods);
        closing = List.copyOf(closing);
    }

    /**
     * What the liability stood at, with what has run out and is not written down yet.
     *
     * @param worth empty when nobody put a value on the unit
     */
    public record Balance(UnitId unit, int programVersion, long units, Optional<Money> worth) {}

    /**
     * What was booked in one period.
     *
     * @param number from 1
     */
    public record Period(int number, List<Line> lines) {

        public Period {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One posting: debit and credit are the same amount by construction.
     *
     * @param units more than 0, in the unit's smallest step
     * @param money 0 or more; empty when nobody put a value on the unit
     */
    public record Line(UnitId unit, int programVersion, Booking booking, long units, Optional<Money> money) {}
}
