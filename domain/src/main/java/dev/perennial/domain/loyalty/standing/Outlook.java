package dev.perennial.domain.loyalty.standing;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies ahead of a member's standing.
 *
 * @param earned in the window going on, in the status unit's smallest step
 * @param next the level above the member's as a whole; empty at the highest
 * @param earnedLevel the id of the level that rests on what was earned; empty for none
 * @param review of the earned level; empty when there is none to review
 * @param graceEndsAt until when the earned level stands although its review was not passed; empty without a grace
 */
public record Outlook(
        long earned, Optional<Next> next, String earnedLevel, Optional<Review> review, Optional<Instant> graceEndsAt) {

    /**
     * The level above.
     *
     * @param missing what is left to earn for it in the window going on
     */
    public record Next(String level, long missing) {}

    /**
     * What becomes of the earned level if nothing more is earned.
     *
     * @param at the next review; in a grace its end, which is then what decides
     * @param to the id of the level after it, and after the grace that it may lead to; empty for none
     * @param kept whether that is not a lower one
     */
    public record Review(Instant at, String to, boolean kept) {}

    static Outlook of(Standing standing, Setting setting, Instant now) {
        Rules rules = setting.at(now);
        Levels levels = rules.levels();
        TierProgress tier = standing.tier();
        long earned = rules.measure().sum(tier.earned(), rules.day(now));
        int above = levels.rank(standing.level()) + 1;
        Optional<Next> next = above > levels.ascending().size()
                ? Optional.empty()
                : Optional.of(levels.ranked(above))
                        .map(level -> new Next(level, Math.max(0, levels.threshold(level) - earned)));
        Optional<Instant> graceEndsAt = tier.grace(levels);
        String held = tier.held(levels);
        Optional<Review> review = graceEndsAt
                .or(() ->
                        held.isEmpty() ? Optional.empty() : Reviews.under(rules).dueAt(tier))
                .map(at -> reviewed(standing, setting, at, held, graceEndsAt.isPresent()));
        return new Outlook(earned, next, held, review, graceEndsAt);
    }

    private static Review reviewed(Standing standing, Setting setting, Instant at, String held, boolean inGrace) {
        Standing reviewed = advanced(standing, setting, at);
        Optional<Instant> grace = reviewed.tier().grace(setting.at(at).levels());
        Instant decidedAt = inGrace ? at : grace.orElse(at);
        Levels levels = setting.at(decidedAt).levels();
        String to = advanced(reviewed, setting, decidedAt).tier().held(levels);
        return new Review(at, to, levels.rank(held) > 0 && levels.rank(to) >= levels.rank(held));
    }

    private static Standing advanced(Standing standing, Setting setting, Instant to) {
        return standing.advanced(setting.programs(), setting.enrolledAt(), to, change -> {});
    }
}
