package dev.perennial.application.loyalty.simulation;

import dev.perennial.domain.ledger.books.Money;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.replay.RuleSums;
import dev.perennial.domain.loyalty.replay.Unfunded;
import dev.perennial.domain.loyalty.replay.UnitSums;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What a simulation came to.
 *
 * @param members how many members were replayed
 * @param differing how many of them did not end again in what is stored
 * @param differingSome some of these
 * @param units by id
 * @param rankedBy the unit by which members are ranked
 * @param deciles ten, those who earned most first
 * @param refused what members had and would have been refused
 * @param untold how many commands could not be decided once more, by kind
 * @param pools what is scarce and was drawn on otherwise, or beyond what there is; the first hundred
 */
public record SimulationReport(
        Instant from,
        Instant to,
        long members,
        long differing,
        List<MemberId> differingSome,
        List<OfUnit> units,
        List<OfRule> rules,
        UnitId rankedBy,
        List<Decile> deciles,
        Refused refused,
        SortedMap<String, Long> untold,
        List<OfPool> pools) {

    /**
     * One unit.
     *
     * @param baseWorth of what is outstanding, one amount for each currency; empty for a unit without a value
     */
    public record OfUnit(
            String unit, UnitSums base, UnitSums proposed, List<Money> baseWorth, List<Money> proposedWorth) {}

    /** One rule and a unit that it grants. */
    public record OfRule(String rule, UnitId unit, RuleSums base, RuleSums proposed) {}

    /**
     * Something scarce: nobody is refused for it in a simulation, since members are decided one by one.
     *
     * @param available how much there is of it under the proposed program; empty when the program does not say
     */
    public record OfPool(BudgetUse use, long base, long proposed, OptionalLong available) {}

    /**
     * What could not have been funded.
     *
     * @param units how many units it took, by unit
     * @param some of the commands, the first of them
     */
    public record Refused(long commands, SortedMap<String, Long> units, List<Unfunded> some) {}
}
