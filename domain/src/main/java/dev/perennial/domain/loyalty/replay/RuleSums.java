package dev.perennial.domain.loyalty.replay;

import dev.perennial.domain.shared.UnitId;

/**
 * What one rule came to in the period.
 *
 * @param grants how many times it granted anything
 * @param units less what was taken back, in the unit's smallest step
 * @param members how many members have had something of it
 */
public record RuleSums(long grants, long units, long members) {

    public static final RuleSums NONE = new RuleSums(0, 0, 0);

    /** A rule and a unit that it grants: another version may let it grant another. */
    public record Key(String rule, UnitId unit) {}

    RuleSums plus(RuleSums other) {
        return new RuleSums(grants + other.grants, Math.addExact(units, other.units), members + other.members);
    }

    /** What one member has had of it. */
    RuleSums ofOneMember() {
        return new RuleSums(grants, units, grants > 0 ? 1 : 0);
    }
}
