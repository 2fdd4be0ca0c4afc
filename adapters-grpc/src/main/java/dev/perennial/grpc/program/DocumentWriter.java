package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.Never;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.ProgramVersion;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.grpc.activity.ActivityTypes;
import dev.perennial.grpc.shared.Times;

/** Applied programs, as their callers wrote them. */
final class DocumentWriter {

    private DocumentWriter() {}

    /** The version without its program. */
    static ProgramVersion summary(dev.perennial.domain.program.ProgramVersion version) {
        return ProgramVersion.newBuilder()
                .setNumber(version.number())
                .setEffectiveAt(Times.toProto(version.effectiveAt()))
                .setAppliedAt(Times.toProto(version.appliedAt()))
                .setNote(version.note())
                .build();
    }

    static ProgramVersion version(dev.perennial.domain.program.ProgramVersion version) {
        return summary(version).toBuilder()
                .setProgram(write(version.document()))
                .build();
    }

    static Program write(ProgramDocument document) {
        Program.Builder proto = Program.newBuilder()
                .setTimeZone(document.timeZone())
                .setCurrency(document.currency())
                .setReopenWindowDays(document.reopenWindowDays());
        document.units()
                .forEach(unit -> proto.addUnitsBuilder()
                        .setId(unit.id())
                        .setName(unit.name())
                        .setScale(unit.scale()));
        document.earningRules().forEach(rule -> proto.addEarningRules(write(rule)));
        return proto.build();
    }

    private static EarningRule write(EarningRuleDocument rule) {
        EarningRule.Builder proto = EarningRule.newBuilder()
                .setId(rule.id())
                .setName(rule.name())
                .setActivityType(ActivityTypes.toProto(rule.subject().activityType()))
                .setCustomName(rule.subject().customName())
                .setCondition(rule.subject().condition())
                .setUnit(rule.unit())
                .setPendingDays(rule.pending() instanceof Pending.ForDays(int days) ? days : 0)
                .setEarnsOnHistorical(rule.earnsOnHistorical());
        var startsAt = rule.subject().startsAt();
        if (startsAt != null) {
            proto.setStartsAt(Times.toProto(startsAt));
        }
        var endsAt = rule.subject().endsAt();
        if (endsAt != null) {
            proto.setEndsAt(Times.toProto(endsAt));
        }
        writeAmount(rule.amount(), proto);
        writeExpiry(rule.expiry(), proto);
        rule.limits()
                .caps()
                .forEach(cap -> proto.addCapsBuilder()
                        .setPeriod(ProgramWords.period(cap.period()))
                        .setUnits(cap.limit()));
        return proto.build();
    }

    private static void writeAmount(EarningAmount amount, EarningRule.Builder proto) {
        switch (amount) {
            case EarningAmount.PerAmount(var units, var each, var rounding) ->
                proto.getPerAmountBuilder().setUnits(units).setEach(each).setRounding(ProgramWords.rounding(rounding));
            case EarningAmount.PerItem(var units) -> proto.getPerItemBuilder().setUnits(units);
            case EarningAmount.PerAttribute other -> throw new IllegalStateException("no caller can write it yet");
            case EarningAmount.Fixed(var units) -> proto.getFixedBuilder().setUnits(units);
        }
    }

    private static void writeExpiry(Expiry expiry, EarningRule.Builder proto) {
        switch (expiry) {
            case Expiry.Never() -> proto.setNever(Never.getDefaultInstance());
            case Expiry.AfterDays(var days) -> proto.setAfterDays(days);
            case Expiry.AfterMonths months -> throw new IllegalStateException("no caller can write it yet");
            case Expiry.EndOfMonth(var months) -> proto.setEndOfMonth(months);
            case Expiry.EndOfYear(var years) -> proto.setEndOfYear(years);
        }
    }
}
