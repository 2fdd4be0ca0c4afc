package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Cap;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.Program;
import dev.perennial.contract.program.v1.Unit;
import dev.perennial.domain.program.EarningAmount;
import dev.perennial.domain.program.EarningBase;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Limits;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.ProgramDocument;
import dev.perennial.domain.program.Subject;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.grpc.activity.ActivityTypes;
import dev.perennial.grpc.shared.Times;
import java.time.Duration;

/** Programs as their callers write them, for the domain to check. */
final class DocumentReader {

    private DocumentReader() {}

    static ProgramDocument read(Program proto) {
        return new ProgramDocument(
                proto.getTimeZone(),
                proto.getCurrency(),
                proto.hasReopenWindowDays() ? proto.getReopenWindowDays() : ProgramDocument.DEFAULT_REOPEN_WINDOW_DAYS,
                proto.getUnitsList().stream().map(DocumentReader::unit).toList(),
                proto.getEarningRulesList().stream().map(DocumentReader::rule).toList());
    }

    private static UnitDefinition unit(Unit proto) {
        return new UnitDefinition(proto.getId(), proto.getName(), proto.getScale());
    }

    private static EarningRuleDocument rule(EarningRule proto) {
        return new EarningRuleDocument(
                proto.getId(),
                proto.getName(),
                new Subject(
                        ActivityTypes.toDomain(proto.getActivityType()),
                        proto.getCustomName(),
                        "",
                        proto.getCondition(),
                        proto.hasStartsAt() ? Times.toDomain(proto.getStartsAt()) : null,
                        proto.hasEndsAt() ? Times.toDomain(proto.getEndsAt()) : null),
                proto.getUnit(),
                amount(proto),
                EarningBase.GOODS,
                new Pending.ForDays(proto.getPendingDays()),
                expiry(proto),
                new Limits(proto.getCapsList().stream().map(DocumentReader::cap).toList(), Duration.ZERO),
                "",
                "",
                proto.getEarnsOnHistorical());
    }

    private static EarningAmount amount(EarningRule proto) {
        return switch (proto.getAmountCase()) {
            case PER_AMOUNT ->
                new EarningAmount.PerAmount(
                        proto.getPerAmount().getUnits(),
                        proto.getPerAmount().getEach(),
                        ProgramWords.rounding(proto.getPerAmount().getRounding()));
            case PER_ITEM -> new EarningAmount.PerItem(proto.getPerItem().getUnits());
            case FIXED -> new EarningAmount.Fixed(proto.getFixed().getUnits());
            case AMOUNT_NOT_SET -> throw new IllegalArgumentException("an unset amount passed validation");
        };
    }

    private static Expiry expiry(EarningRule proto) {
        return switch (proto.getExpiryCase()) {
            case AFTER_DAYS -> new Expiry.AfterDays(proto.getAfterDays());
            case END_OF_MONTH -> new Expiry.EndOfMonth(proto.getEndOfMonth());
            case END_OF_YEAR -> new Expiry.EndOfYear(proto.getEndOfYear());
            case NEVER, EXPIRY_NOT_SET -> new Expiry.Never();
        };
    }

    private static dev.perennial.domain.program.Cap cap(Cap proto) {
        return dev.perennial.domain.program.Cap.units(proto.getUnits(), ProgramWords.period(proto.getPeriod()));
    }
}
