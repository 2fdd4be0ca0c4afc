package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Cap;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Limits;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;

/** Earning rules, both ways. */
final class RuleSection {

    private RuleSection() {}

    static EarningRuleDocument read(EarningRule proto) {
        return new EarningRuleDocument(
                proto.getId(),
                proto.getName(),
                SubjectFields.read(proto),
                proto.getUnit(),
                AmountFields.read(proto),
                proto.hasBase() ? BaseSection.read(proto.getBase()) : EarningBase.GOODS,
                PendingFields.read(proto),
                ExpiryFields.read(proto),
                new Limits(
                        proto.getCapsList().stream().map(RuleSection::cap).toList(),
                        Times.toDomain(proto.getCooldown())),
                proto.getBudget(),
                proto.getFundedBy(),
                proto.getEarnsOnHistorical());
    }

    static EarningRule write(EarningRuleDocument rule) {
        EarningRule.Builder proto = EarningRule.newBuilder()
                .setId(rule.id())
                .setName(rule.name())
                .setUnit(rule.unit())
                .setBudget(rule.budget())
                .setFundedBy(rule.fundedBy())
                .setEarnsOnHistorical(rule.earnsOnHistorical());
        SubjectFields.write(rule.subject(), proto);
        AmountFields.write(rule.amount(), proto);
        if (!rule.base().equals(EarningBase.GOODS)) {
            proto.setBase(BaseSection.write(rule.base()));
        }
        PendingFields.write(rule.pending(), proto);
        ExpiryFields.write(rule.expiry(), proto);
        rule.limits().caps().forEach(cap -> proto.addCaps(cap(cap)));
        Duration cooldown = rule.limits().cooldown();
        if (!cooldown.isZero()) {
            proto.setCooldown(Times.toProto(cooldown));
        }
        return proto.build();
    }

    private static dev.perennial.domain.program.Cap cap(Cap proto) {
        var period = ProgramWords.PERIOD.toDomain(proto.getPeriod());
        return proto.hasTimes()
                ? dev.perennial.domain.program.Cap.times(proto.getTimes(), period)
                : dev.perennial.domain.program.Cap.units(proto.getUnits(), period);
    }

    private static Cap cap(dev.perennial.domain.program.Cap cap) {
        Cap.Builder proto = Cap.newBuilder().setPeriod(ProgramWords.PERIOD.toProto(cap.period()));
        return switch (cap.of()) {
            case UNITS -> proto.setUnits(cap.limit()).build();
            case TIMES -> proto.setTimes(cap.limit()).build();
        };
    }
}
