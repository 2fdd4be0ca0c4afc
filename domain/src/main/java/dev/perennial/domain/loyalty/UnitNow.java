package dev.perennial.domain.loyalty;

import dev.perennial.domain.ledger.Balance;
import dev.perennial.domain.ledger.Lot;
import dev.perennial.domain.ledger.Wallet;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a member has of a unit of the program in force, and what happens to it next.
 *
 * @param becomesActive what of it is pending and can be used next
 * @param runsOut what of it runs out next
 */
public record UnitNow(UnitDefinition unit, Balance balance, Optional<Next> becomesActive, Optional<Next> runsOut) {

    /**
     * Something that happens by itself.
     *
     * @param amount in the unit's smallest step, at least 1
     */
    public record Next(Instant at, long amount) {}

    /** @param member advanced to the moment */
    static List<UnitNow> of(ProgramHistory programs, MemberState member) {
        Wallet wallet = Sliding.expiries(member.wallet(), member.tally().qualified(), programs);
        return programs.at(member.advancedTo()).program().document().units().stream()
                .map(unit -> of(unit, wallet))
                .toList();
    }

    private static UnitNow of(UnitDefinition unit, Wallet wallet) {
        UnitId id = new UnitId(unit.id());
        List<Lot> lots = wallet.lots().values().stream()
                .filter(lot -> lot.unit().equals(id) && lot.free() > 0)
                .toList();
        return new UnitNow(
                unit,
                wallet.balance(id),
                next(lots.stream().filter(Lot::pending), lot -> lot.terms().availableAt()),
                next(lots.stream(), lot -> lot.terms().expiresAt()));
    }

    private static Optional<Next> next(Stream<Lot> lots, Function<Lot, @Nullable Instant> moment) {
        return lots.flatMap(lot -> Stream.ofNullable(moment.apply(lot)).map(at -> new Next(at, lot.free())))
                .reduce(UnitNow::sooner);
    }

    private static Next sooner(Next one, Next other) {
        int order = one.at().compareTo(other.at());
        return order == 0 ? new Next(one.at(), Math.addExact(one.amount(), other.amount())) : order < 0 ? one : other;
    }
}
