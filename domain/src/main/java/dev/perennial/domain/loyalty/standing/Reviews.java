package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.program.TiersDocument.Downgrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The reviews of the level that was earned, and the grace that follows one that was not passed. */
record Reviews(Rules rules, int graceDays, boolean oneLevelAtATime) {

    static Reviews under(Rules rules) {
        TiersDocument tiers = rules.tiers();
        return tiers == null
                ? new Reviews(rules, 0, false)
                : new Reviews(rules, tiers.graceDays(), tiers.downgrade() == Downgrade.ONE_LEVEL);
    }

    /** When the next review is; empty when there is nothing to review. */
    Optional<Instant> dueAt(TierProgress tier) {
        Levels levels = rules.levels();
        return switch (rules.measure()) {
            case Measure.Years years ->
                tier.held(levels).isEmpty() ? Optional.empty() : Optional.of(rules.start(years.endOf(tier.asOf())));
            case Measure.RollingDays rolling ->
                tier.reached().isEmpty()
                        ? Optional.empty()
                        : rolling.firstBelow(tier.earned(), tier.asOf(), levels.threshold(tier.reached()))
                                .map(rules::start);
        };
    }

    TierProgress reviewed(TierProgress tier, LocalDate day) {
        return switch (rules.measure()) {
            case Measure.Years years -> yearEnded(tier, years, day);
            case Measure.RollingDays rolling -> fellBelow(tier, rolling, day);
        };
    }

    /** A grace that is going on is not begun anew, or it would never end where it is longer than a year. */
    private TierProgress yearEnded(TierProgress tier, Measure.Years years, LocalDate day) {
        Levels levels = rules.levels();
        String held = tier.held(levels);
        boolean passed = years.sum(tier.earned(), day.minusDays(1)) >= levels.threshold(held);
        String reached = levels.reachedBy(years.sum(tier.earned(), day));
        TierProgress begun = tier.on(day, years);
        if (passed) {
            return begun.holding(held, reached, null);
        }
        return tier.inGrace(levels)
                ? begun.holding(held, reached, tier.graceEndsAt())
                : graced(begun.holding(held, reached, null), day);
    }

    /** What is reached falls with the sum. It is a review of the level held unless a higher one stands by its grace. */
    private TierProgress fellBelow(TierProgress tier, Measure.RollingDays rolling, LocalDate day) {
        Levels levels = rules.levels();
        String reached = levels.reachedBy(rolling.sum(tier.earned(), day));
        TierProgress begun = tier.on(day, rolling);
        return tier.inGrace(levels)
                ? begun.holding(tier.carried(), reached, tier.graceEndsAt())
                : graced(begun.holding(tier.reached(), reached, null), day);
    }

    private TierProgress graced(TierProgress tier, LocalDate day) {
        return graceDays == 0
                ? graceOver(tier, day)
                : tier.holding(tier.carried(), tier.reached(), rules.start(day.plusDays(graceDays)));
    }

    TierProgress graceOver(TierProgress tier, LocalDate day) {
        return switch (rules.measure()) {
            case Measure.Years years -> tier.holding(lower(tier, years), tier.reached(), null);
            case Measure.RollingDays rolling -> stepDown(tier, day);
        };
    }

    /** What the window that ended has earned; what the one going on earns counts anyway. No review raises a level. */
    private String lower(TierProgress tier, Measure.Years years) {
        Levels levels = rules.levels();
        String earned = levels.reachedBy(years.before(tier.earned(), tier.asOf()));
        String floor = oneLevelAtATime ? levels.higher(earned, levels.below(tier.carried())) : earned;
        return levels.lower(floor, tier.carried());
    }

    /** One level further down is not reached either, or it would not have to be carried: its own grace begins. */
    private TierProgress stepDown(TierProgress tier, LocalDate day) {
        Levels levels = rules.levels();
        String below = levels.below(tier.carried());
        boolean anotherGrace = oneLevelAtATime && graceDays > 0 && levels.rank(below) > levels.rank(tier.reached());
        return anotherGrace
                ? graced(tier.holding(below, tier.reached(), null), day)
                : tier.holding("", tier.reached(), null);
    }
}
