package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Budget;
import dev.perennial.contract.program.v1.Multiplier;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.domain.program.BudgetDocument;
import dev.perennial.domain.program.EarningDocument;
import dev.perennial.domain.program.MultiplierDocument;
import dev.perennial.domain.program.Stacking;

/** How units are earned, both ways. */
final class EarningSection {

    private EarningSection() {}

    static EarningDocument read(Program proto) {
        return new EarningDocument(
                proto.getEarningRulesList().stream().map(RuleSection::read).toList(),
                ProgramWords.STACKING.toDomain(proto.getStacking(), Stacking.HIGHEST),
                proto.getMultipliersList().stream()
                        .map(EarningSection::multiplier)
                        .toList(),
                proto.getBudgetsList().stream().map(EarningSection::budget).toList());
    }

    static void write(EarningDocument earning, Program.Builder proto) {
        earning.rules().forEach(rule -> proto.addEarningRules(RuleSection.write(rule)));
        proto.setStacking(ProgramWords.STACKING.toProto(earning.stacking()));
        earning.multipliers().forEach(multiplier -> proto.addMultipliers(multiplier(multiplier)));
        earning.budgets().forEach(budget -> proto.addBudgets(budget(budget)));
    }

    private static MultiplierDocument multiplier(Multiplier proto) {
        return new MultiplierDocument(
                proto.getId(), proto.getName(), SubjectFields.read(proto), proto.getPercent(), proto.getRulesList());
    }

    private static Multiplier multiplier(MultiplierDocument multiplier) {
        Multiplier.Builder proto = Multiplier.newBuilder()
                .setId(multiplier.id())
                .setName(multiplier.name())
                .setPercent(multiplier.percent())
                .addAllRules(multiplier.rules());
        SubjectFields.write(multiplier.subject(), proto);
        return proto.build();
    }

    private static BudgetDocument budget(Budget proto) {
        return new BudgetDocument(
                proto.getId(),
                proto.getName(),
                proto.getUnit(),
                proto.getAmount(),
                ProgramWords.PERIOD.toDomain(proto.getPeriod()));
    }

    private static Budget budget(BudgetDocument budget) {
        return Budget.newBuilder()
                .setId(budget.id())
                .setName(budget.name())
                .setUnit(budget.unit())
                .setAmount(budget.amount())
                .setPeriod(ProgramWords.PERIOD.toProto(budget.period()))
                .build();
    }
}
