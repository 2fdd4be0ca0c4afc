package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Expiry that moves: all of a unit runs out together, so long after the last activity that keeps it. */
final class Sliding {

    private Sliding() {}

    /**
     * The wallet with the expiry of its sliding lots as it is now.
     *
     * @param qualified when each sliding unit was last kept
     */
    static Wallet expiries(Wallet wallet, Map<UnitId, Instant> qualified, ProgramHistory programs) {
        if (wallet.lots().values().stream().noneMatch(lot -> lot.terms().sliding())) {
            return wallet;
        }
        SortedMap<Integer, Lot> lots = new TreeMap<>(wallet.lots());
        lots.replaceAll((number, lot) -> expiring(lot, qualified, programs));
        return new Wallet(wallet.balances(), lots, wallet.lastLot(), wallet.lastEntry());
    }

    /** The lot with its expiry as it is now; one that does not slide has the one that it was given. */
    static Lot expiring(Lot lot, Map<UnitId, Instant> qualified, ProgramHistory programs) {
        return lot.terms().sliding()
                ? lot.under(lot.terms().slidingTo(expiry(lot, qualified.get(lot.unit()), programs)))
                : lot;
    }

    /** The lot as it is kept: its expiry is worked out anew whenever it matters. */
    static Lot kept(Lot lot) {
        return lot.terms().sliding() ? lot.under(lot.terms().slidingTo(null)) : lot;
    }

    static Wallet kept(Wallet wallet) {
        if (wallet.lots().values().stream().noneMatch(lot -> lot.terms().sliding())) {
            return wallet;
        }
        SortedMap<Integer, Lot> lots = new TreeMap<>(wallet.lots());
        lots.replaceAll((number, lot) -> kept(lot));
        return new Wallet(wallet.balances(), lots, wallet.lastLot(), wallet.lastEntry());
    }

    /** Under the version in force when the unit was kept last, so that it does not matter when somebody looks. */
    private static @Nullable Instant expiry(Lot lot, @Nullable Instant qualified, ProgramHistory programs) {
        Instant earned = lot.terms().availableAt();
        Instant from = qualified != null && qualified.isAfter(earned) ? qualified : earned;
        Program program = programs.at(from).program();
        UnitDefinition unit = program.units().get(lot.unit());
        return unit == null || unit.sliding() == null
                ? null
                : from.atZone(program.zone())
                        .plusMonths(unit.sliding().months())
                        .toInstant();
    }
}
