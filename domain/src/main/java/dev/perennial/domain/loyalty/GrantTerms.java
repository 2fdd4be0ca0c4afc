package dev.perennial.domain.loyalty;

import dev.perennial.domain.activity.Activity;
import dev.perennial.domain.ledger.Terms;
import dev.perennial.domain.program.ChallengeDocument;
import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.EarningRule;
import dev.perennial.domain.program.EarningRuleDocument;
import dev.perennial.domain.program.Expiry;
import dev.perennial.domain.program.Pending;
import dev.perennial.domain.program.Program;
import dev.perennial.domain.program.Reward;
import dev.perennial.domain.program.RewardContent;
import dev.perennial.domain.program.RewardDocument;
import dev.perennial.domain.program.UnitDefinition;
import dev.perennial.domain.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when until when what was granted can be used. */
final class GrantTerms {

    private final Program program;
    private final Activity fact;
    private final List<Activity> about;

    /** @param about what else is known about the fact's order */
    GrantTerms(Program program, Activity fact, List<Activity> about) {
        this.program = program;
        this.fact = fact;
        this.about = about;
    }

    /** @param rule the id of a rule or of a challenge's stage */
    Terms of(String rule, UnitId unit) {
        Terms terms = program.rule(rule)
                .map(EarningRule::document)
                .map(this::ofRule)
                .orElseGet(() -> new Terms(fact.occurredAt(), expiry(stageExpiry(rule))));
        return sliding(program, unit, terms);
    }

    /** Of what comes back to the member at the moment: it is good as long as if the rule granted it then. */
    static Terms anew(Program program, String rule, UnitId unit, Instant at) {
        Expiry expiry = program.rule(rule)
                .map(found -> found.document().expiry())
                .or(() -> stage(program, rule).map(Stage::expiry))
                .or(() -> reward(program, rule))
                .orElse(new Expiry.Never());
        return sliding(program, unit, new Terms(at, expiry.from(at, program.zone())));
    }

    private static Optional<Expiry> reward(Program program, String rule) {
        return program.rewards().stream()
                .map(Reward::document)
                .filter(reward -> RewardDocument.ruleOf(reward.id()).equals(rule))
                .map(RewardDocument::content)
                .filter(RewardContent.Units.class::isInstance)
                .map(content -> ((RewardContent.Units) content).expiry())
                .findFirst();
    }

    static Terms sliding(Program program, UnitId unit, Terms terms) {
        UnitDefinition definition = program.units().get(unit);
        return definition != null && definition.sliding() != null ? terms.slidingTo(null) : terms;
    }

    private Terms ofRule(EarningRuleDocument rule) {
        Instant until = rule.pending().from(fact.occurredAt(), program.zone());
        Terms terms = new Terms(until, expiry(rule.expiry()));
        if (!(rule.pending() instanceof Pending.UntilActivity(String name, int days))) {
            return terms;
        }
        return about.stream()
                .filter(other ->
                        Confirmation.of(other, name) && !other.occurredAt().isAfter(until))
                .map(Activity::occurredAt)
                .min(Instant::compareTo)
                .map(confirmed -> new Terms(confirmed, expiry(rule.expiry())))
                .orElseGet(() -> terms.awaiting(name));
    }

    private Expiry stageExpiry(String rule) {
        return stage(program, rule)
                .orElseThrow(() -> new IllegalStateException("nothing of the program grants as " + rule))
                .expiry();
    }

    private static Optional<Stage> stage(Program program, String rule) {
        for (ChallengeDocument challenge : program.document().engagement().challenges()) {
            for (int i = 0; i < challenge.stages().size(); i++) {
                if (challenge.ruleOf(i).equals(rule)) {
                    return Optional.of(challenge.stages().get(i));
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Instant expiry(Expiry expiry) {
        return expiry.from(fact.occurredAt(), program.zone());
    }
}
