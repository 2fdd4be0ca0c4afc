package dev.perennial.domain.loyalty.standing;

import dev.perennial.domain.activity.StatusMatch;
import dev.perennial.domain.program.TiersDocument;
import dev.perennial.domain.shared.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A level that was granted because the member has one with somebody else.
 *
 * @param level the id of the level
 * @param earned what was earned since it started, for it to be kept
 * @param kept whether it was prolonged, which it can be once, or never can be
 */
public record Match(String level, Instant startsAt, Instant endsAt, long earned, boolean kept) {

    /** Empty when neither it nor the program says how long it holds. What was promised elsewhere is never prolonged. */
    static Optional<Match> of(StatusMatch fact, Instant at, TiersDocument.@Nullable StatusMatch terms) {
        Instant until = fact.until();
        if (until != null) {
            return Optional.of(new Match(fact.level(), at, until, 0, true));
        }
        return Optional.ofNullable(terms)
                .map(known -> new Match(fact.level(), at, at.plus(Duration.ofDays(known.days())), 0, false));
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }

    /** Less than nothing is never earned: what is lost may have been earned under an earlier unit. */
    Match earning(Instant at, long amount) {
        return holds(at) ? new Match(level, startsAt, endsAt, Math.max(0, Math.addExact(earned, amount)), kept) : this;
    }

    /** What must be earned by its end for it to be prolonged; empty when it cannot be. */
    OptionalLong required(Rules rules) {
        TiersDocument.@Nullable StatusMatch terms = terms(rules);
        if (terms == null || kept || terms.keepPercent() == 0 || terms.keptDays() == 0) {
            return OptionalLong.empty();
        }
        return rules.levels().rank(level) > 0
                ? OptionalLong.of(Rounding.UP.scale(rules.levels().threshold(level), terms.keepPercent(), 100))
                : OptionalLong.empty();
    }

    /** At its end: the match, prolonged when enough was earned; empty when it is over. */
    Optional<Match> over(Rules rules) {
        TiersDocument.@Nullable StatusMatch terms = terms(rules);
        OptionalLong required = required(rules);
        return terms != null && required.isPresent() && earned >= required.getAsLong()
                ? Optional.of(new Match(level, startsAt, endsAt.plus(Duration.ofDays(terms.keptDays())), earned, true))
                : Optional.empty();
    }

    private static TiersDocument.@Nullable StatusMatch terms(Rules rules) {
        TiersDocument tiers = rules.tiers();
        return tiers == null ? null : tiers.statusMatch();
    }
}
