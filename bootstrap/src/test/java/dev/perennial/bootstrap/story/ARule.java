package dev.perennial.bootstrap.story;

import dev.perennial.contract.activity.v1.ActivityType;
import dev.perennial.contract.program.v1.Cap;
import dev.perennial.contract.program.v1.EarningRule;
import dev.perennial.contract.program.v1.Fixed;
import dev.perennial.contract.program.v1.PerAmount;
import dev.perennial.contract.program.v1.PerItem;
import dev.perennial.contract.program.v1.Period;
import dev.perennial.contract.program.v1.Rounding;

/** An earning rule in the making, about purchases and in points unless told otherwise. */
record ARule(EarningRule document) {

    static ARule aRule(String id) {
        return new ARule(EarningRule.newBuilder()
                .setId(id)
                .setName(id)
                .setActivityType(ActivityType.ACTIVITY_TYPE_PURCHASE)
                .setUnit("points")
                .setFixed(Fixed.newBuilder().setUnits(1))
                .build());
    }

    ARule about(ActivityType type) {
        return new ARule(document.toBuilder().setActivityType(type).build());
    }

    ARule aboutCustom(String name) {
        return new ARule(document.toBuilder()
                .setActivityType(ActivityType.ACTIVITY_TYPE_CUSTOM)
                .setCustomName(name)
                .build());
    }

    ARule in(String unit) {
        return new ARule(document.toBuilder().setUnit(unit).build());
    }

    ARule perEuro(long units) {
        return per(units, 100, Rounding.ROUNDING_DOWN);
    }

    ARule per(long units, long cents, Rounding rounding) {
        return new ARule(document.toBuilder()
                .setPerAmount(
                        PerAmount.newBuilder().setUnits(units).setEach(cents).setRounding(rounding))
                .build());
    }

    ARule perItem(long units) {
        return new ARule(document.toBuilder()
                .setPerItem(PerItem.newBuilder().setUnits(units))
                .build());
    }

    ARule fixed(long units) {
        return new ARule(document.toBuilder()
                .setFixed(Fixed.newBuilder().setUnits(units))
                .build());
    }

    ARule when(String condition) {
        return new ARule(document.toBuilder().setCondition(condition).build());
    }

    ARule pendingFor(int days) {
        return new ARule(document.toBuilder().setPendingDays(days).build());
    }

    ARule expiringAfter(int days) {
        return new ARule(document.toBuilder().setAfterDays(days).build());
    }

    ARule expiringAtEndOfMonth(int months) {
        return new ARule(document.toBuilder().setEndOfMonth(months).build());
    }

    ARule cappedAt(long units, Period period) {
        return new ARule(document.toBuilder()
                .addCaps(Cap.newBuilder().setPeriod(period).setUnits(units))
                .build());
    }

    ARule alsoOnHistory() {
        return new ARule(document.toBuilder().setEarnsOnHistorical(true).build());
    }
}
