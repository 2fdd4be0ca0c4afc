package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.program.TiersDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What another version of the program makes of what was earned. Lower thresholds raise a level at once, higher ones
 * wait for the next review. Another unit begins at nothing, and the level held stands until its review.
 */
record Amendment(Rules before, Rules after, Instant at) {

    Standing applied(Standing standing) {
        TiersDocument old = before.tiers();
        TiersDocument tiers = after.tiers();
        if (old == null || tiers == null) {
            return standing.with(TierProgress.NONE, List.of());
        }
        if (!old.unit().equals(tiers.unit())) {
            TierProgress held = standing.tier();
            TierProgress emptied = new TierProgress(
                    TierProgress.NONE.earned(), held.carried(), held.reached(), held.graceEndsAt(), held.asOf());
            return standing.with(amended(emptied), List.of());
        }
        UnaryOperator<LocalDate> redated = this::redated;
        return standing.with(
                amended(standing.tier().movingBuckets(redated)),
                standing.losses().stream()
                        .map(loss ->
                                new Loss(redated.apply(loss.bucket()), loss.earnedAt(), loss.lostAt(), loss.amount()))
                        .toList());
    }

    /**
     * Where a bucket goes when windows change. Of a year nobody knows any more on which days it was earned: what was
     * earned in the one going on counts as earned now, the rest as earned at the beginning of its year.
     */
    private LocalDate redated(LocalDate bucket) {
        boolean going = before.measure() instanceof Measure.Years years && years.counts(bucket, before.day(at));
        return after.measure().bucketOf(going ? after.day(at) : bucket);
    }

    private TierProgress amended(TierProgress moved) {
        Measure measure = after.measure();
        Levels levels = after.levels();
        LocalDate day = after.day(at);
        TierProgress tier = moved.on(day, measure);
        String earned = levels.reachedBy(measure.sum(tier.earned(), day));
        String reached = levels.knows(tier.reached()) ? levels.higher(tier.reached(), earned) : earned;
        if (!levels.knows(tier.carried())) {
            String before = levels.reachedBy(measure.before(tier.earned(), day));
            return tier.holding(before, reached, null);
        }
        return rewindowed(tier.holding(tier.carried(), reached, tier.graceEndsAt()), levels);
    }

    /** A yearly window carries a level over until its end; a rolling one only for a grace. */
    private TierProgress rewindowed(TierProgress tier, Levels levels) {
        boolean yearly = after.measure() instanceof Measure.Years;
        boolean wasYearly = before.measure() instanceof Measure.Years;
        if (yearly == wasYearly || tier.inGrace(levels)) {
            return tier;
        }
        String held = tier.held(levels);
        return yearly ? tier.holding(held, tier.reached(), null) : tier.holding("", held, null);
    }
}
