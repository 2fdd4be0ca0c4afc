package dev.perennial.grpc.loyalty;

import dev.perennial.application.loyalty.simulation.SimulationReport;
import dev.perennial.contract.program.v1.MemberDecile;
import dev.perennial.contract.program.v1.RuleTotals;
import dev.perennial.contract.program.v1.SimulateProgramResponse;
import dev.perennial.contract.program.v1.SimulatedMoney;
import dev.perennial.contract.program.v1.SimulatedPool;
import dev.perennial.contract.program.v1.SimulatedRule;
import dev.perennial.contract.program.v1.SimulatedUnit;
import dev.perennial.contract.program.v1.SkippedCommands;
import dev.perennial.contract.program.v1.UnfundedCommand;
import dev.perennial.contract.program.v1.UnfundedCommands;
import dev.perennial.contract.program.v1.UnfundedUnits;
import dev.perennial.contract.program.v1.UnitOutcome;
import dev.perennial.domain.ledger.books.Money;
import dev.perennial.domain.loyalty.replay.RuleSums;
import dev.perennial.domain.loyalty.replay.Unfunded;
import dev.perennial.domain.loyalty.replay.UnitSums;
import dev.perennial.domain.shared.MemberId;
import dev.perennial.grpc.shared.Times;
import java.util.List;

/** What a simulation came to, for the reply. */
final class SimulationTranslator {

    private SimulationTranslator() {}

    static SimulateProgramResponse toProto(SimulationReport report) {
        return SimulateProgramResponse.newBuilder()
                .setReport(dev.perennial.contract.program.v1.SimulationReport.newBuilder()
                        .setFrom(Times.toProto(report.from()))
                        .setTo(Times.toProto(report.to()))
                        .setMembers(report.members())
                        .setMembersDiffering(report.differing())
                        .addAllDifferingMemberIds(report.differingSome().stream()
                                .map(MemberId::value)
                                .toList())
                        .addAllUnits(report.units().stream()
                                .map(SimulationTranslator::unit)
                                .toList())
                        .addAllRules(report.rules().stream()
                                .map(SimulationTranslator::rule)
                                .toList())
                        .setRankedByUnit(report.rankedBy().value())
                        .addAllDeciles(report.deciles().stream()
                                .map(row -> MemberDecile.newBuilder()
                                        .setDecile(row.number())
                                        .setMembers(row.members())
                                        .setCurrent(row.base())
                                        .setProposed(row.proposed())
                                        .setDifference(Math.subtractExact(row.proposed(), row.base()))
                                        .build())
                                .toList())
                        .setUnfunded(unfunded(report.refused()))
                        .addAllSkipped(report.untold().entrySet().stream()
                                .map(each -> SkippedCommands.newBuilder()
                                        .setKind(each.getKey())
                                        .setCommands(each.getValue())
                                        .build())
                                .toList())
                        .addAllPools(report.pools().stream()
                                .map(SimulationTranslator::pool)
                                .toList()))
                .build();
    }

    private static SimulatedUnit unit(SimulationReport.OfUnit unit) {
        return SimulatedUnit.newBuilder()
                .setUnit(unit.unit())
                .setCurrent(outcome(unit.base(), unit.baseWorth()))
                .setProposed(outcome(unit.proposed(), unit.proposedWorth()))
                .build();
    }

    private static UnitOutcome outcome(UnitSums sums, List<Money> worth) {
        return UnitOutcome.newBuilder()
                .setGranted(sums.granted())
                .setConverted(sums.converted())
                .setRedeemed(sums.redeemed())
                .setExpired(sums.expired())
                .setCancelled(sums.cancelled())
                .setSent(sums.sent())
                .setAdjusted(sums.adjusted())
                .setOutstanding(sums.outstanding())
                .setDebt(sums.debt())
                .addAllLiability(worth.stream()
                        .map(money -> SimulatedMoney.newBuilder()
                                .setCurrency(money.currency())
                                .setAmount(money.amount())
                                .build())
                        .toList())
                .build();
    }

    private static SimulatedRule rule(SimulationReport.OfRule rule) {
        return SimulatedRule.newBuilder()
                .setRuleId(rule.rule())
                .setUnit(rule.unit().value())
                .setCurrent(totals(rule.base()))
                .setProposed(totals(rule.proposed()))
                .build();
    }

    private static RuleTotals totals(RuleSums sums) {
        return RuleTotals.newBuilder()
                .setGrants(sums.grants())
                .setUnits(sums.units())
                .setMembers(sums.members())
                .build();
    }

    private static UnfundedCommands unfunded(SimulationReport.Refused refused) {
        UnfundedCommands.Builder proto = UnfundedCommands.newBuilder().setCommands(refused.commands());
        refused.units()
                .forEach((unit, units) ->
                        proto.addUnits(UnfundedUnits.newBuilder().setUnit(unit).setUnits(units)));
        refused.some().forEach(each -> proto.addExamples(unfunded(each)));
        return proto.build();
    }

    private static UnfundedCommand unfunded(Unfunded command) {
        return UnfundedCommand.newBuilder()
                .setMemberId(command.member().value())
                .setKind(command.kind())
                .setNumber(command.number())
                .setDecidedAt(Times.toProto(command.at()))
                .setSubject(command.subject())
                .setUnit(command.unit())
                .setUnits(command.units())
                .setReason(command.reason().name())
                .build();
    }

    private static SimulatedPool pool(SimulationReport.OfPool pool) {
        SimulatedPool.Builder proto = SimulatedPool.newBuilder()
                .setPool(pool.use().budget())
                .setStartsOn(pool.use().start().toString())
                .setCurrent(pool.base())
                .setProposed(pool.proposed());
        pool.available().ifPresent(proto::setAvailable);
        return proto.build();
    }
}
