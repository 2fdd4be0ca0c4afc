package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Rounding;

/** The fixed words of programs, both ways. */
final class ProgramWords {

    private ProgramWords() {}

    static dev.perennial.domain.shared.Rounding rounding(Rounding proto) {
        return switch (proto) {
            case ROUNDING_DOWN -> dev.perennial.domain.shared.Rounding.DOWN;
            case ROUNDING_UP -> dev.perennial.domain.shared.Rounding.UP;
            case ROUNDING_HALF_UP -> dev.perennial.domain.shared.Rounding.HALF_UP;
            case ROUNDING_HALF_EVEN -> dev.perennial.domain.shared.Rounding.HALF_EVEN;
            case ROUNDING_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an unknown rounding passed validation");
        };
    }

    static Rounding rounding(dev.perennial.domain.shared.Rounding rounding) {
        return switch (rounding) {
            case DOWN -> Rounding.ROUNDING_DOWN;
            case UP -> Rounding.ROUNDING_UP;
            case HALF_UP -> Rounding.ROUNDING_HALF_UP;
            case HALF_EVEN -> Rounding.ROUNDING_HALF_EVEN;
        };
    }

    static dev.perennial.domain.shared.Period period(Period proto) {
        return switch (proto) {
            case PERIOD_DAY -> dev.perennial.domain.shared.Period.DAY;
            case PERIOD_WEEK -> dev.perennial.domain.shared.Period.WEEK;
            case PERIOD_MONTH -> dev.perennial.domain.shared.Period.MONTH;
            case PERIOD_QUARTER -> dev.perennial.domain.shared.Period.QUARTER;
            case PERIOD_YEAR -> dev.perennial.domain.shared.Period.YEAR;
            case PERIOD_LIFETIME -> dev.perennial.domain.shared.Period.LIFETIME;
            case PERIOD_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an unknown period passed validation");
        };
    }

    static Period period(dev.perennial.domain.shared.Period period) {
        return switch (period) {
            case DAY -> Period.PERIOD_DAY;
            case WEEK -> Period.PERIOD_WEEK;
            case MONTH -> Period.PERIOD_MONTH;
            case QUARTER -> Period.PERIOD_QUARTER;
            case YEAR -> Period.PERIOD_YEAR;
            case LIFETIME -> Period.PERIOD_LIFETIME;
        };
    }
}
