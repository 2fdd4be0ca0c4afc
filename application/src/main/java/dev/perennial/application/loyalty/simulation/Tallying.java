package dev.perennial.application.loyalty.simulation;

import dev.perennial.application.loyalty.simulation.SimulationReport.OfPool;
import dev.perennial.application.loyalty.simulation.SimulationReport.OfRule;
import dev.perennial.application.loyalty.simulation.SimulationReport.OfUnit;
import dev.perennial.domain.ledger.books.Money;
import dev.perennial.domain.ledger.books.Valuations;
import dev.perennial.domain.loyalty.BudgetUse;
import dev.perennial.domain.loyalty.replay.Replayed;
import dev.perennial.domain.loyalty.replay.RuleSums;
import dev.perennial.domain.loyalty.replay.Sums;
import dev.perennial.domain.loyalty.replay.Unfunded;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.ProgramHistory;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Adds up what replaying members came to. It grows with the program and not with the members, but for their ranks. */
final class Tallying {

    private static final int SOME = 20;
    private static final int POOLS_MAX = 100;

    private final UnitId rankedBy;
    private final Sums base = new Sums();
    private final Sums proposed = new Sums();
    private final Deciles deciles = new Deciles();
    private final List<MemberId> differingSome = new ArrayList<>();
    private final List<Unfunded> unfunded = new ArrayList<>();
    private final SortedMap<String, Long> unfundedUnits = new TreeMap<>();
    private final SortedMap<String, Long> untold = new TreeMap<>();
    private long members;
    private long differing;
    private long refused;

    Tallying(UnitId rankedBy) {
        this.rankedBy = rankedBy;
    }

    void add(MemberId member, Replayed replayed) {
        members++;
        base.add(replayed.base());
        proposed.add(replayed.proposed());
        deciles.add(
                replayed.base().of(rankedBy).granted(),
                replayed.proposed().of(rankedBy).granted());
        replayed.untold().forEach(kind -> untold.merge(kind, 1L, Math::addExact));
        if (!replayed.asStored()) {
            differing++;
            if (differingSome.size() < SOME) {
                differingSome.add(member);
            }
        }
        replayed.unfunded().forEach(this::add);
    }

    private void add(Unfunded command) {
        refused++;
        if (unfunded.size() < SOME) {
            unfunded.add(command);
        }
        if (command.units() > 0) {
            unfundedUnits.merge(command.unit(), command.units(), Math::addExact);
        }
    }

    SimulationReport report(Instant from, Instant to, ProgramHistory programs, ProgramHistory proposedPrograms) {
        return new SimulationReport(
                from,
                to,
                members,
                differing,
                List.copyOf(differingSome),
                units(new Valuations(programs), new Valuations(proposedPrograms)),
                rules(),
                rankedBy,
                deciles.rows(),
                new SimulationReport.Refused(refused, unfundedUnits, List.copyOf(unfunded)),
                untold,
                pools(proposedPrograms.at(to).program()));
    }

    private List<OfUnit> units(Valuations worth, Valuations proposedWorth) {
        SortedSet<String> units = new TreeSet<>(base.units().keySet());
        units.addAll(proposed.units().keySet());
        return units.stream()
                .map(UnitId::new)
                .map(unit -> new OfUnit(
                        unit.value(),
                        base.of(unit),
                        proposed.of(unit),
                        worth(worth, base, unit),
                        worth(proposedWorth, proposed, unit)))
                .toList();
    }

    /** Rounded once for the lots of each version, as the books do it. */
    private static List<Money> worth(Valuations valuations, Sums sums, UnitId unit) {
        return Money.sums(sums.owed().entrySet().stream()
                .filter(each -> each.getKey().unit().equals(unit))
                .flatMap(each -> valuations
                        .of(unit, each.getKey().version())
                        .map(known -> new Money(known.currency(), known.value().of(each.getValue())))
                        .stream())
                .toList());
    }

    private List<OfRule> rules() {
        SortedMap<RuleSums.Key, RuleSums> all = new TreeMap<>(base.rules());
        all.putAll(proposed.rules());
        return all.keySet().stream()
                .map(key -> new OfRule(
                        key.rule(),
                        key.unit(),
                        base.rules().getOrDefault(key, RuleSums.NONE),
                        proposed.rules().getOrDefault(key, RuleSums.NONE)))
                .toList();
    }

    private List<OfPool> pools(Program program) {
        return Stream.concat(base.drawn().keySet().stream(), proposed.drawn().keySet().stream())
                .distinct()
                .sorted()
                .map(use -> new OfPool(
                        use,
                        base.drawn().getOrDefault(use, 0L),
                        proposed.drawn().getOrDefault(use, 0L),
                        available(program, use)))
                .filter(pool -> pool.base() != pool.proposed()
                        || pool.proposed() > pool.available().orElse(Long.MAX_VALUE))
                .limit(POOLS_MAX)
                .toList();
    }

    private static OptionalLong available(Program program, BudgetUse use) {
        Optional<BudgetDocument> budget = program.budget(use.budget());
        return budget.isPresent()
                ? OptionalLong.of(budget.get().amount())
                : program.rewards().stream()
                        .filter(reward -> use.equals(BudgetUse.ofStock(reward.id())))
                        .map(reward -> reward.document().supply().stock())
                        .findFirst()
                        .orElse(OptionalLong.empty());
    }
}
