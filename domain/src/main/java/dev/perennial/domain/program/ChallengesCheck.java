package dev.perennial.domain.program;

import dev.perennial.domain.program.ChallengeDocument.Stage;
import dev.perennial.domain.program.CounterDocument.Window;
import dev.perennial.domain.shared.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is asked of challenges and leaderboards: of what reads counters. */
final class ChallengesCheck {

    private static final int STAGES_MAX = 20;
    private static final int SETTLEMENT_HOURS_MAX = 720;

    private final References references;

    ChallengesCheck(References references) {
        this.references = references;
    }

    void check(List<ChallengeDocument> challenges, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(challenges, Findings.ELEMENTS_MAX, "challenges", (challenge, here) -> {
            here.named(challenge.id(), challenge.name(), seen);
            references
                    .counter(challenge.counter(), here.at("counter"))
                    .filter(counter -> counter.window() instanceof Window.Rolling)
                    .ifPresent(counter -> here.at("counter")
                            .add("counts over the last days, which never begin anew;"
                                    + " a challenge needs a calendar period or a streak"));
            if (challenge.shared()) {
                shared(challenge, here);
            }
            stages(challenge.stages(), here.at("stages"));
        });
    }

    /** What a club has reached stays reached, so there is no counting how often. */
    private void shared(ChallengeDocument challenge, Findings here) {
        periodic(challenge.counter(), here.at("counter"));
        if (challenge.recurring()) {
            here.at("recurring").add("a club reaches a stage once in each period");
        }
    }

    private void stages(List<Stage> stages, Findings findings) {
        if (stages.isEmpty()) {
            findings.add("a challenge needs at least one stage");
        }
        findings.each(stages, STAGES_MAX, "stages", (stage, here) -> {
            references.unit(stage.unit(), here.at("unit"));
            here.at("units").range(stage.units(), 1, GrantCheck.AMOUNT_MAX);
            ExpiryCheck.check(stage.expiry(), stage.unit(), references, here);
        });
        findings.ascending(stages, "target", Stage::target);
    }

    void leaderboards(List<LeaderboardDocument> leaderboards, Findings findings) {
        Set<String> seen = new HashSet<>();
        findings.each(leaderboards, Findings.ELEMENTS_MAX, "leaderboards", (leaderboard, here) -> {
            here.named(leaderboard.id(), leaderboard.name(), seen);
            references.counter(leaderboard.counter(), here.at("counter"));
            periodic(leaderboard.counter(), here.at("counter"));
            here.at("settlement_delay_hours").range(leaderboard.settlementDelayHours(), 0, SETTLEMENT_HOURS_MAX);
        });
    }

    private void periodic(String counter, Findings findings) {
        references
                .counter(counter)
                .filter(found ->
                        !(found.window() instanceof Window.Current(Period period)) || period == Period.LIFETIME)
                .ifPresent(found -> findings.add("must count over a calendar period, which has an end"));
    }
}
