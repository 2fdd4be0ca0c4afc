package dev.perennial.domain.ledger.books;

import dev.perennial.domain.shared.UnitId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a business owes its members for units.
 *
 * @param units those of which there is anything, by id
 */
public record Liability(List<OfUnit> units) {

    public Liability {
        units = List.copyOf(units);
    }

    /** What all units are worth together: one amount for each currency. */
    public List<Money> worth() {
        return Money.sums(units.stream()
                .flatMap(unit -> unit.versions().stream())
                .flatMap(version -> version.worth().stream())
                .toList());
    }

    /**
     * Of one unit.
     *
     * @param debt what members owe, which is no negative liability
     * @param versions by number
     */
    public record OfUnit(UnitId unit, long debt, List<OfVersion> versions) {

        public OfUnit {
            versions = List.copyOf(versions);
        }

        public Owed owed() {
            return versions.stream().map(OfVersion::owed).reduce(Owed.NOTHING, Owed::plus);
        }

        /** What has run out and is not written down yet: it is not owed any more, but still in the accounts. */
        public long overdue() {
            return versions.stream().mapToLong(OfVersion::overdue).reduce(0, Math::addExact);
        }

        /** The sum of the versions' figures, for each currency. */
        public List<Money> worth() {
            return Money.sums(versions.stream()
                    .flatMap(version -> version.worth().stream())
                    .toList());
        }
    }

    /**
     * Of the lots of one version.
     *
     * @param version 0 for what came by hand
     * @param valuation empty when nobody put a value on the unit
     * @param worth rounded once
     * @param expiries months first, then sliding, then never
     */
    public record OfVersion(
            int version,
            Owed owed,
            long overdue,
            Optional<Valuation> valuation,
            Optional<Money> worth,
            List<OfExpiry> expiries) {

        public OfVersion {
            expiries = List.copyOf(expiries);
        }
    }

    /**
     * Of the lots that run out in one month.
     *
     * @param month null when they are sliding or never run out
     * @param worth a part of the version's figure, so that the parts add up to it
     */
    public record OfExpiry(@Nullable YearMonth month, boolean sliding, Owed owed, Optional<Money> worth) {}
}
