package dev.perennial.domain.loyalty;

import dev.perennial.domain.loyalty.reward.RewardUse;
import dev.perennial.domain.loyalty.standing.Standing;
import dev.perennial.domain.program.Condition;
import dev.perennial.domain.program.Facts;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.RewardDocument.Limit;
import dev.perennial.domain.program.RewardGates;
import dev.perennial.domain.shared.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The gates that rewards and discounts have in common: when, for whom, under which condition, and how often. */
final class CommonGates {

    private final Deciding deciding;
    private final Program program;
    private final Standing standing;
    private final Reasons reasons;

    CommonGates(Deciding deciding, Reasons reasons) {
        this.deciding = deciding;
        this.program = deciding.programs.at(deciding.now).program();
        this.standing = new StandingEvents(deciding.programs, deciding.state).at(deciding.state.tally(), deciding.now);
        this.reasons = reasons;
    }

    /** Why each gate is closed. */
    record Reasons(Reason season, Reason tier, Reason condition, Reason limit) {}

    Standing standing() {
        return standing;
    }

    /**
     * Adds them in the order in which they are asked.
     *
     * @param use the id under which limits count it
     */
    void add(String use, RewardGates asked, Condition condition, Facts facts, List<Gate> gates) {
        gates.add(season(asked));
        tier(asked, gates);
        condition(asked, condition, facts, gates);
        asked.limits().forEach(limit -> gates.add(limit(use, limit)));
    }

    private Gate season(RewardGates asked) {
        Instant start = asked.startsAt();
        Instant end = asked.endsAt();
        String words = "It can be had" + (start == null ? "" : " from " + start) + (end == null ? "" : " until " + end);
        return new Gate(
                reasons.season(),
                asked.inSeason(deciding.now),
                start == null && end == null ? "It can be had at any time." : words + ".",
                Map.of(
                        "available_from", start == null ? "" : start.toString(),
                        "available_until", end == null ? "" : end.toString()));
    }

    private void tier(RewardGates asked, List<Gate> gates) {
        if (!asked.tiers().isEmpty()) {
            String tiers = String.join(", ", asked.tiers());
            gates.add(new Gate(
                    reasons.tier(),
                    asked.tiers().contains(standing.level()),
                    "It is for the levels " + tiers + ".",
                    Map.of("tiers", tiers, "tier", standing.level())));
        }
    }

    private void condition(RewardGates asked, Condition condition, Facts facts, List<Gate> gates) {
        if (!asked.condition().isBlank()) {
            Condition.Verdict verdict = condition.test(facts);
            gates.add(new Gate(
                    reasons.condition(),
                    verdict.matched(),
                    verdict.matched() ? "Its condition holds." : "Its condition: " + verdict.reason() + ".",
                    Map.of("condition", asked.condition())));
        }
    }

    private Gate limit(String use, Limit limit) {
        LocalDate today = LocalDate.ofInstant(deciding.now, program.zone());
        long used = deciding.redeeming.used(RewardUse.of(use, limit.period(), today));
        return new Gate(
                reasons.limit(),
                used < limit.times(),
                "One member may have it " + limit.words() + "; so far " + used + ".",
                Map.of(
                        "period", limit.period().name(),
                        "limit", Long.toString(limit.times()),
                        "used", Long.toString(used)));
    }
}
