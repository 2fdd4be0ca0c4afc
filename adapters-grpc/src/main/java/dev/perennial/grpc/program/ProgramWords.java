package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Downgrade;
import dev.perennial.contract.program.v1.LeapDay;
import dev.perennial.contract.program.v1.OnRefund;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.PoolSpending;
import dev.perennial.contract.program.v1.Rounding;
import dev.perennial.contract.program.v1.Stacking;
import dev.perennial.contract.program.v1.UnitKind;
import dev.perennial.domain.program.CelebrationsDocument;
import dev.perennial.domain.program.PoolDocument;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.UnitDefinition;

/** The fixed words of programs, both ways. */
final class ProgramWords {

    static final EnumWords<Rounding, dev.perennial.domain.shared.Rounding> ROUNDING =
            EnumWords.of(Rounding.class, dev.perennial.domain.shared.Rounding.class, "ROUNDING_");

    static final EnumWords<Period, dev.perennial.domain.shared.Period> PERIOD =
            EnumWords.of(Period.class, dev.perennial.domain.shared.Period.class, "PERIOD_");

    static final EnumWords<Stacking, dev.perennial.domain.program.Stacking> STACKING =
            EnumWords.of(Stacking.class, dev.perennial.domain.program.Stacking.class, "STACKING_");

    static final EnumWords<UnitKind, UnitDefinition.Kind> UNIT_KIND =
            EnumWords.of(UnitKind.class, UnitDefinition.Kind.class, "UNIT_KIND_");

    static final EnumWords<LeapDay, CelebrationsDocument.LeapDay> LEAP_DAY =
            EnumWords.of(LeapDay.class, CelebrationsDocument.LeapDay.class, "LEAP_DAY_");

    static final EnumWords<Downgrade, TiersDocument.Downgrade> DOWNGRADE =
            EnumWords.of(Downgrade.class, TiersDocument.Downgrade.class, "DOWNGRADE_");

    static final EnumWords<OnRefund, TiersDocument.OnRefund> ON_REFUND =
            EnumWords.of(OnRefund.class, TiersDocument.OnRefund.class, "ON_REFUND_");

    static final EnumWords<PoolSpending, PoolDocument.Spending> POOL_SPENDING =
            EnumWords.of(PoolSpending.class, PoolDocument.Spending.class, "POOL_SPENDING_");

    private ProgramWords() {}
}
